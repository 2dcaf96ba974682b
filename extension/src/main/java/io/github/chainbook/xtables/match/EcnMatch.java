package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m ecn}; iptables-extensions(8), section ecn. */
public final class EcnMatch {

  private EcnMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("ecn"));
  }
}
