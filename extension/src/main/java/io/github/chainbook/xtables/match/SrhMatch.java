package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m srh}; iptables-extensions(8), section srh. */
public final class SrhMatch {

  private SrhMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("srh"));
  }
}
