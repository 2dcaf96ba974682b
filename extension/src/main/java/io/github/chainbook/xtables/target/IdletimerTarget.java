package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.Texts;
import java.util.List;
import java.util.Set;

/**
 * {@code -j IDLETIMER}: tells programs when packets have stopped to come; iptables-extensions(8),
 * section IDLETIMER. The packet goes on to the next rule.
 */
public final class IdletimerTarget {

  /** MAX_IDLETIMER_LABEL_SIZE less a terminating zero; linux/netfilter/xt_IDLETIMER.h. */
  private static final int MAX_LABEL = 27;

  /** The kernel counts in milliseconds, in 31 bits; net/netfilter/xt_IDLETIMER.c. */
  private static final int MAX_TIMEOUT = Integer.MAX_VALUE / 1000 - 1;

  /** Names that a directory of sysfs has already, or cannot hold. */
  private static final Set<String> TAKEN = Set.of("power", "subsystem", "uevent", ".", "..");

  /** How long no packet must have come, in seconds. */
  public static final OptionSpec<Long> TIMEOUT =
      OptionSpec.of("--timeout", Numbers.between(1, MAX_TIMEOUT)).needed();

  /** The timer's name, a file's name below {@code /sys/class/xt_idletimer/timers}. */
  public static final OptionSpec<String> LABEL =
      OptionSpec.of("--label", Texts.plainCut(MAX_LABEL)).needed();

  /** Time counts on while the machine sleeps. */
  public static final OptionSpec<Flag> ALARM = OptionSpec.flag("--alarm");

  private IdletimerTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("IDLETIMER", TIMEOUT, LABEL, ALARM).checked(IdletimerTarget::check));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    String label = given.get(LABEL, "");
    if (label.isEmpty() || label.indexOf('/') >= 0 || TAKEN.contains(label)) {
      throw BadRule.value(
          LABEL, "expected a label that can be a new file's name in sysfs, found '" + label + "'");
    }
  }
}
