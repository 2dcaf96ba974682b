package io.github.chainbook.figure.sequence;

/**
 * Who takes part.
 *
 * @param number its number in the figure, from 0 in the order in which the flow comes to them
 * @param kind what it is, which decides its look
 * @param name what it is called
 * @param subtitle what else its head says; may be empty
 */
public record Lane(int number, Kind kind, String name, String subtitle) {

  /** What takes part. */
  public enum Kind {
    /** A process. */
    PROCESS,
    /** A process that opens connections because of those it accepts. */
    PROXY,
    /** The kernel, in a network namespace. */
    KERNEL
  }
}
