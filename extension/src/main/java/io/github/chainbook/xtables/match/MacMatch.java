package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.Mac;
import java.util.List;

/** {@code -m mac}; iptables-extensions(8), section mac. */
public final class MacMatch {

  /** The Ethernet address that it comes from. */
  public static final OptionSpec<Mac> MAC_SOURCE =
      OptionSpec.of("--mac-source", Mac.TYPE).orNot().needed();

  private MacMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("mac", MAC_SOURCE).atHooks("PREROUTING", "INPUT", "FORWARD"));
  }
}
