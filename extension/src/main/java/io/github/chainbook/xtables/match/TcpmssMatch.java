package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m tcpmss}; iptables-extensions(8), section tcpmss. */
public final class TcpmssMatch {

  private TcpmssMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("tcpmss"));
  }
}
