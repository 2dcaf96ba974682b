package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.Network;
import java.util.List;

/**
 * {@code -j DNPT}: translates the prefix of the destination, without state; iptables-extensions(8),
 * section DNPT.
 */
public final class DnptTarget {

  /** The prefix that is there. */
  public static final OptionSpec<Network> SRC_PFX =
      OptionSpec.of("--src-pfx", PrefixTranslation.PREFIX).needed();

  /** The prefix that comes in its place. */
  public static final OptionSpec<Network> DST_PFX =
      OptionSpec.of("--dst-pfx", PrefixTranslation.PREFIX).needed();

  private DnptTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        PrefixTranslation.target("DNPT", SRC_PFX, DST_PFX).atHooks("PREROUTING", "OUTPUT"));
  }
}
