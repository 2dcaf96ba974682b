package io.github.chainbook.figure.hook;

import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Row.Met;
import java.util.List;

/**
 * The ways of packets through a machine, before they are drawn.
 *
 * @param figure a box for each {@link Place}, in the order of the places; those of hooks have a row
 *     for each table
 * @param tracks the ways between them
 */
public record HookFigure(Figure figure, List<Track> tracks) {

  /**
   * A way from one place to the next.
   *
   * @param from the place that it leaves
   * @param to the place that it leads to
   * @param label who takes it; may be empty
   * @param met whether the packet that the figure is about takes it
   */
  public record Track(Place from, Place to, String label, Met met) {}

  public HookFigure {
    tracks = List.copyOf(tracks);
  }
}
