package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m frag}; iptables-extensions(8), section frag. */
public final class FragMatch {

  private FragMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("frag"));
  }
}
