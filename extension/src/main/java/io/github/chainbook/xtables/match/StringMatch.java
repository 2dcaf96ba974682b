package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m string}; iptables-extensions(8), section string. */
public final class StringMatch {

  private StringMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("string"));
  }
}
