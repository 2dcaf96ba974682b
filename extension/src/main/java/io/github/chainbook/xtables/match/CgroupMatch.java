package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.Texts;
import java.util.List;

/** {@code -m cgroup}: whose socket is it? iptables-extensions(8), section cgroup. */
public final class CgroupMatch {

  /** XT_CGROUP_PATH_MAX less its terminating zero; linux/netfilter/xt_cgroup.h. */
  private static final int MAX_BYTES = 511;

  /**
   * The path of the socket's cgroup, or of one above it, in the cgroup2 hierarchy. Whether it
   * exists only the loading machine knows.
   */
  public static final OptionSpec<String> PATH =
      OptionSpec.of("--path", Texts.cut(MAX_BYTES)).orNot().not("--cgroup");

  /** The class of the socket's cgroup, of the net_cls controller. */
  public static final OptionSpec<Long> CGROUP =
      OptionSpec.of("--cgroup", Numbers.between(0, Numbers.MAX_32)).orNot().not("--path");

  private CgroupMatch() {}

  /** The extension; cgroup_mt_check_v2 in net/netfilter/xt_cgroup.c. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("cgroup", PATH, CGROUP)
            .atHooks("INPUT", "OUTPUT", "POSTROUTING")
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("match cgroup needs --path or --cgroup");
                  }
                }));
  }

  /**
   * Whether its socket belongs to the group; cgroup_mt_v2 in net/netfilter/xt_cgroup.c. Where no
   * group was set up, the class is 0 and the path that of the root, of which all are.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    boolean byClass = given.has(CGROUP);
    boolean negated = given.isNegated(byClass ? CGROUP : PATH);
    Truth isZero = Truth.of(given.get(CGROUP, 0L) == 0).not(negated);
    boolean root = given.get(PATH, "").matches("/*");
    return packet -> {
      boolean complete = packet.machine().isComplete();
      Truth socket = packet.hasSocket();
      if (socket == Truth.NO) {
        // What comes in may be found to be for a socket that is connected.
        boolean maybe = packet.hook() == Hook.INPUT && !complete;
        return maybe ? Truth.UNKNOWN : Truth.NO;
      }
      Truth within = byClass ? complete ? isZero : Truth.UNKNOWN : path(root, negated);
      return socket.and(within);
    };
  }

  private static Truth path(boolean root, boolean negated) {
    return root ? Truth.of(!negated) : Truth.UNKNOWN;
  }
}
