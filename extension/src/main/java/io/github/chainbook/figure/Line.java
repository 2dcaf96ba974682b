package io.github.chainbook.figure;

import java.util.Optional;

/**
 * A line of text in a figure.
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

  /** Says what the others are about. It leads nowhere. */
  public static Line head(String text) {
    return new Line(Tone.HEAD, text, Optional.empty());
  }

  /** Says something. It leads nowhere. */
  public static Line plain(String text) {
    return new Line(Tone.PLAIN, text, Optional.empty());
  }

  /** Says what is good to know. It leads nowhere. */
  public static Line soft(String text) {
    return new Line(Tone.SOFT, text, Optional.empty());
  }
}
