package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m tos}; iptables-extensions(8), section tos. */
public final class TosMatch {

  private TosMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("tos"));
  }
}
