package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m rt}; iptables-extensions(8), section rt. */
public final class RtMatch {

  private RtMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("rt"));
  }
}
