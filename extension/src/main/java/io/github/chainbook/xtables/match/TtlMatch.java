package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m ttl}; iptables-extensions(8), section ttl. */
public final class TtlMatch {

  private TtlMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("ttl"));
  }
}
