package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m ah}; iptables-extensions(8), section ah. */
public final class AhMatch {

  private AhMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("ah"));
  }
}
