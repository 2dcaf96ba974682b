package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m hl}; iptables-extensions(8), section hl. */
public final class HlMatch {

  private HlMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("hl"));
  }
}
