package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m hbh}; iptables-extensions(8), section hbh. */
public final class HbhMatch {

  private HbhMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("hbh"));
  }
}
