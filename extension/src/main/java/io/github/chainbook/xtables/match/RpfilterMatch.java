package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import java.util.List;

/**
 * {@code -m rpfilter}: would an answer leave by the interface that it came in by?
 * iptables-extensions(8), section rpfilter.
 */
public final class RpfilterMatch {

  /** That an answer may leave by any interface. */
  public static final OptionSpec<Flag> LOOSE = OptionSpec.flag("--loose");

  /** That the packet's mark takes part in looking for the answer's route. */
  public static final OptionSpec<Flag> VALIDMARK = OptionSpec.flag("--validmark");

  /** That an address of this machine is accepted as its source. */
  public static final OptionSpec<Flag> ACCEPT_LOCAL = OptionSpec.flag("--accept-local");

  /** That packets which fail are meant. */
  public static final OptionSpec<Flag> INVERT = OptionSpec.flag("--invert");

  private RpfilterMatch() {}

  /** The extension; places: net/ipv4/netfilter/ipt_rpfilter.c. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("rpfilter", LOOSE, VALIDMARK, ACCEPT_LOCAL, INVERT)
            .inTables("raw", "mangle")
            .atHooks("PREROUTING"));
  }
}
