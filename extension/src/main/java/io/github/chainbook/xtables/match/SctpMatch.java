package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m sctp}; iptables-extensions(8), section sctp. */
public final class SctpMatch {

  private SctpMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("sctp"));
  }
}
