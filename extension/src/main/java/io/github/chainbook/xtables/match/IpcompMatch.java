package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m ipcomp}; iptables-extensions(8), section ipcomp. */
public final class IpcompMatch {

  private IpcompMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("ipcomp"));
  }
}
