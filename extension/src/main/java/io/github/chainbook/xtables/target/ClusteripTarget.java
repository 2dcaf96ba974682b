package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.EnumWords;
import io.github.chainbook.xtables.value.Mac;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.WordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code -j CLUSTERIP}: several machines answer for one address; iptables-extensions(8), section
 * CLUSTERIP. Linux has it up to 6.2. The kernel also asks for a {@code -d} of one address, which is
 * not looked at here.
 */
public final class ClusteripTarget {

  /** CLUSTERIP_MAX_NODES; linux/netfilter_ipv4/ipt_CLUSTERIP.h. */
  private static final int MAX_NODES = 16;

  /** The bit of an Ethernet address that makes it one of a group. */
  private static final long GROUP_BIT = 1L << 40;

  /** What of a packet decides which machine answers it. */
  public enum HashMode {
    SOURCEIP("sourceip"),
    SOURCEIP_SOURCEPORT("sourceip-sourceport"),
    SOURCEIP_SOURCEPORT_DESTPORT("sourceip-sourceport-destport");

    private final String word;

    HashMode(String word) {
      this.word = word;
    }

    /** How it is written. */
    @Override
    public String toString() {
      return word;
    }
  }

  private static final ValueType<Mac> GROUP_MAC =
      WordType.of(
          (word, rule) -> parseGroupMac(word), mac -> mac.toString().toUpperCase(Locale.ROOT));

  /** Makes the cluster; without it, the rule belongs to one that another rule makes. */
  public static final OptionSpec<Flag> NEW = OptionSpec.flag("--new");

  /** What of a packet decides which machine answers it. */
  public static final OptionSpec<HashMode> HASH_MODE =
      OptionSpec.of("--hashmode", EnumWords.exact(HashMode.class));

  /** The Ethernet address of the cluster, one of a group. */
  public static final OptionSpec<Mac> CLUSTER_MAC = OptionSpec.of("--clustermac", GROUP_MAC);

  /** How many machines there are. */
  public static final OptionSpec<Long> TOTAL_NODES =
      OptionSpec.of("--total-nodes", Numbers.between(0, MAX_NODES));

  /** The number of this machine, counted from 1. */
  public static final OptionSpec<Long> LOCAL_NODE =
      OptionSpec.of("--local-node", Numbers.between(1, MAX_NODES));

  /** Where the hash begins. */
  public static final OptionSpec<Long> HASH_INIT =
      OptionSpec.of("--hash-init", Numbers.between(0, Numbers.MAX_32));

  private static final List<OptionSpec<?>> NEEDED =
      List.of(NEW, HASH_MODE, CLUSTER_MAC, TOTAL_NODES, LOCAL_NODE);

  private ClusteripTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target(
                "CLUSTERIP", NEW, HASH_MODE, CLUSTER_MAC, TOTAL_NODES, LOCAL_NODE, HASH_INIT)
            .onlyFor(Family.IPV4)
            .checked(ClusteripTarget::check)
            .printed(ClusteripTarget::print));
  }

  private static Mac parseGroupMac(String word) throws BadValue {
    Mac mac = Mac.parse(word);
    if ((mac.bits() & GROUP_BIT) == 0) {
      throw BadValue.expected("an Ethernet address whose first byte is odd", word);
    }
    return mac;
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    for (OptionSpec<?> option : NEEDED) {
      if (!given.list().isEmpty() && !given.has(option)) {
        throw BadRule.missing(
            "target CLUSTERIP needs the option " + option.name() + ", or none at all");
      }
    }
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    if (given.list().isEmpty()) {
      return List.of();
    }
    List<RuleOption> printed = new ArrayList<>();
    NEEDED.forEach(option -> given.option(option).ifPresent(printed::add));
    printed.add(HASH_INIT.saying(given.get(HASH_INIT, 0L)));
    return printed;
  }
}
