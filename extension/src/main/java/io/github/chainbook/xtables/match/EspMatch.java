package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m esp}; iptables-extensions(8), section esp. */
public final class EspMatch {

  private EspMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("esp"));
  }
}
