package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Link;
import java.util.Optional;

/**
 * A line of a block.
 *
 * @param tone how loud it is
 * @param text what it says
 * @param link where it leads; empty if nowhere
 */
public record Line(Tone tone, String text, Optional<Link> link) {

  /** How loud a line is. */
  public enum Tone {
    HEAD,
    PLAIN,
    SOFT
  }

  static Line head(String text) {
    return new Line(Tone.HEAD, text, Optional.empty());
  }

  static Line plain(String text) {
    return new Line(Tone.PLAIN, text, Optional.empty());
  }

  static Line soft(String text) {
    return new Line(Tone.SOFT, text, Optional.empty());
  }
}
