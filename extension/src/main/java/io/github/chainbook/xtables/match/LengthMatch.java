package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m length}; iptables-extensions(8), section length. */
public final class LengthMatch {

  private LengthMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("length"));
  }
}
