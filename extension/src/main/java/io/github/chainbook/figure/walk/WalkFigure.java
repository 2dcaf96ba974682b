package io.github.chainbook.figure.walk;

import io.github.chainbook.figure.Figure;
import java.util.List;

/**
 * A packet's way through a ruleset, before it is drawn: in lanes, one for each time that it came to
 * a table, in the order of its way.
 *
 * @param figure its boxes, lane by lane, and the arrows between those of one lane
 * @param lanes which boxes belong together; the first of each is a built-in chain
 * @param passages how it came from lane to lane
 */
public record WalkFigure(Figure figure, List<Lane> lanes, List<Passage> passages) {

  /**
   * Boxes that belong together.
   *
   * @param first the index of the first of them
   * @param end the index behind the last of them
   */
  public record Lane(int first, int end) {}

  /**
   * A way from one lane to another.
   *
   * @param from the lane that it leaves
   * @param to the lane that it leads to
   * @param certain whether the packet takes it whatever is not known
   */
  public record Passage(int from, int to, boolean certain) {}

  public WalkFigure {
    lanes = List.copyOf(lanes);
    passages = List.copyOf(passages);
  }
}
