package io.github.chainbook.figure.summary;

import java.util.List;

/**
 * What a figure puts together.
 *
 * @param mode when it does so by itself
 * @param families globs of chain names; the chains of each become one box
 */
public record Collapse(Mode mode, List<String> families) {

  /** When a figure puts together what it finds to be alike. */
  public enum Mode {
    /** Never. */
    NONE,
    /** Where it would be too large otherwise. */
    AUTO,
    /** Always. */
    ALL
  }

  /** As authors have it who say nothing. */
  public static final Collapse AUTO = new Collapse(Mode.AUTO, List.of());

  public Collapse {
    families = List.copyOf(families);
  }
}
