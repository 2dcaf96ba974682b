package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/** {@code -m bpf}; iptables-extensions(8), section bpf. */
public final class BpfMatch {

  private BpfMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("bpf"));
  }
}
