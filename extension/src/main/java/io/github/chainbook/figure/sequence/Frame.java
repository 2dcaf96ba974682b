package io.github.chainbook.figure.sequence;

import io.github.chainbook.figure.Line;
import java.util.List;

/**
 * The lanes of a network namespace.
 *
 * @param title what it is called, what it is, and its addresses
 * @param lanes its lanes, from left to right
 */
public record Frame(List<Line> title, List<Lane> lanes) {

  public Frame {
    title = List.copyOf(title);
    lanes = List.copyOf(lanes);
  }
}
