package io.github.chainbook.topology;

import java.util.List;

/**
 * Interfaces that hear each other: the two ends of a veth pair, or all ports of a bridge or switch.
 * A bridge's own interface, such as {@code docker0}, is one of them.
 *
 * @param label what is shown; may be empty
 * @param ends the interfaces, at least two
 */
public record Link(String label, List<End> ends) {

  /**
   * An interface of a namespace.
   *
   * @param namespace the namespace's name
   * @param device the interface's name
   */
  public record End(String namespace, String device) {}

  public Link {
    ends = List.copyOf(ends);
  }
}
