package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m dscp}; iptables-extensions(8), section dscp. */
public final class DscpMatch {

  private DscpMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("dscp"));
  }
}
