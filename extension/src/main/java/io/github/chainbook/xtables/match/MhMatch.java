package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m mh}; iptables-extensions(8), section mh. */
public final class MhMatch {

  private MhMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("mh"));
  }
}
