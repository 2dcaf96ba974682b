package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m mark}; iptables-extensions(8), section mark. */
public final class MarkMatch {

  private MarkMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("mark"));
  }
}
