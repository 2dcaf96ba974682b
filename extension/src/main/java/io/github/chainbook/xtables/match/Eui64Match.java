package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m eui64}; iptables-extensions(8), section eui64. */
public final class Eui64Match {

  private Eui64Match() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("eui64"));
  }
}
