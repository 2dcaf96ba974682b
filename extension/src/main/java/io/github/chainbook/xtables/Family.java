package io.github.chainbook.xtables;

import java.util.Locale;
import java.util.Optional;

/** The address family of a ruleset. */
public enum Family {
  IPV4,
  IPV6;

  /** The word by which authors and JSON name it: {@code ipv4} or {@code ipv6}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The family that this word names. */
  public static Optional<Family> named(String word) {
    for (Family family : values()) {
      if (family.word().equals(word)) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }
}
