package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m dccp}; iptables-extensions(8), section dccp. */
public final class DccpMatch {

  private DccpMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("dccp"));
  }
}
