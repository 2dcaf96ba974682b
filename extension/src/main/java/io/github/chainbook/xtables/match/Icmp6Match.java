package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m icmp6}; iptables-extensions(8), section icmp6. */
public final class Icmp6Match {

  private Icmp6Match() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("icmp6"));
  }
}
