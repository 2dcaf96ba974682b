package io.github.chainbook.xtables;

import io.github.chainbook.text.DidYouMean;
import java.util.Collection;

/** A value that iptables refuses; the message says what was expected. */
public final class BadValue extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean unresolved;

  /** A value that is refused for this reason, such as {@code expected a number, found 'x'}. */
  public BadValue(String message) {
    this(message, false);
  }

  private BadValue(String message, boolean unresolved) {
    super(message, null, false, false);
    this.unresolved = unresolved;
  }

  /** A name that only the machine which loads the rules can turn into a number or address. */
  public static BadValue unresolved(String message) {
    return new BadValue(message, true);
  }

  /** Whether the word may be right, and what it means is not known here. */
  public boolean isUnresolved() {
    return unresolved;
  }

  /** A word that is not what was expected. */
  public static BadValue expected(String what, String found) {
    return new BadValue("expected " + what + ", found '" + found + "'");
  }

  /** The same; the message names the known word that was probably meant. */
  public static BadValue expected(String what, String found, Collection<String> known) {
    return new BadValue(
        "expected " + what + ", found '" + found + "'" + DidYouMean.hint(found, known));
  }

  /** A word that is none of those known. */
  public static BadValue unknown(String found, Collection<String> known) {
    return expected("one of " + String.join(", ", known), found, known);
  }
}
