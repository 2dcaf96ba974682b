package io.github.chainbook.figure.deployment;

import java.util.List;

/**
 * A frame around parts.
 *
 * @param kind what it stands for
 * @param name its name in the declaration
 * @param parts what is in it, its title first
 */
public record Group(Kind kind, String name, List<Part> parts) implements Part {

  /** What a group stands for. */
  public enum Kind {
    /** A machine. */
    NODE,
    /** A network namespace. */
    NAMESPACE
  }

  public Group {
    parts = List.copyOf(parts);
  }
}
