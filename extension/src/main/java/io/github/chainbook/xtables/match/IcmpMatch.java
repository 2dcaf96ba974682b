package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m icmp}; iptables-extensions(8), section icmp. */
public final class IcmpMatch {

  private IcmpMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("icmp"));
  }
}
