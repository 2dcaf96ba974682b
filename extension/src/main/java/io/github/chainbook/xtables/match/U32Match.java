package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m u32}; iptables-extensions(8), section u32. */
public final class U32Match {

  private U32Match() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("u32"));
  }
}
