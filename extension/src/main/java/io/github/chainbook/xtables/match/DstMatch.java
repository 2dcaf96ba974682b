package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m dst}; iptables-extensions(8), section dst. */
public final class DstMatch {

  private DstMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("dst"));
  }
}
