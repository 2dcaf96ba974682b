package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m ipv6header}; iptables-extensions(8), section ipv6header. */
public final class Ipv6headerMatch {

  private Ipv6headerMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("ipv6header"));
  }
}
