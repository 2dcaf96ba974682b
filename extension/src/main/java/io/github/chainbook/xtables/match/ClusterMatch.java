package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.JenkinsHash;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.WordType;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code -m cluster}: whether the packet is for this machine of several; iptables-extensions(8),
 * section cluster.
 */
public final class ClusterMatch {

  /** XT_CLUSTER_NODES_MAX; linux/netfilter/xt_cluster.h. */
  private static final int MAX_NODES = 32;

  /**
   * Some of the cluster's machines.
   *
   * @param mask a bit for each, the lowest for machine 1
   */
  public record Nodes(int mask) {

    /** One machine, counted from 1. */
    public static Nodes of(int node) {
      return new Nodes(1 << (node - 1));
    }

    /** Whether this machine is among them, counted from 1. */
    public boolean contains(int node) {
      return (mask >>> (node - 1) & 1) != 0;
    }

    /** Whether all are among the first so many. */
    boolean areBelow(long count) {
      return Integer.toUnsignedLong(mask) < 1L << count;
    }
  }

  /** How many machines there are. */
  public static final OptionSpec<Long> TOTAL_NODES =
      OptionSpec.of("--cluster-total-nodes", Numbers.between(1, MAX_NODES)).needed();

  /** This machine, by number; saved as a mask. */
  public static final OptionSpec<Nodes> LOCAL_NODE =
      OptionSpec.of(
              "--cluster-local-node",
              WordType.of(
                  (word, rule) -> Nodes.of((int) Numbers.parse(word, 1, MAX_NODES)),
                  nodes -> String.valueOf(Integer.numberOfTrailingZeros(nodes.mask()) + 1)))
          .orNot();

  /**
   * The machines for which this one answers, as bits. iptables 1.8.9 reads no greater mask than 32,
   * though it saves greater ones.
   */
  public static final OptionSpec<Nodes> LOCAL_NODE_MASK =
      OptionSpec.of(
              "--cluster-local-nodemask",
              WordType.of(
                  (word, rule) -> new Nodes((int) Numbers.parse(word, 1, MAX_NODES)),
                  nodes -> String.format("0x%08x", nodes.mask())))
          .orNot()
          .not("--cluster-local-node");

  /** Where the hash begins. */
  public static final OptionSpec<Long> HASH_SEED =
      OptionSpec.of(
              "--cluster-hash-seed",
              Numbers.between(0, Numbers.MAX_32, seed -> String.format("0x%08x", seed)))
          .needed();

  private ClusterMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("cluster", LOCAL_NODE, LOCAL_NODE_MASK, TOTAL_NODES, HASH_SEED)
            .checked(ClusterMatch::check)
            .printed(ClusterMatch::print));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (!given.hasAny(LOCAL_NODE, LOCAL_NODE_MASK)) {
      throw BadRule.missing("match cluster needs --cluster-local-node or --cluster-local-nodemask");
    }
    OptionSpec<Nodes> spec = given.has(LOCAL_NODE) ? LOCAL_NODE : LOCAL_NODE_MASK;
    long total = given.get(TOTAL_NODES).orElseThrow();
    if (!given.get(spec).orElseThrow().areBelow(total)) {
      throw BadRule.value(spec, "expected machines up to --cluster-total-nodes, which is " + total);
    }
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    given
        .get(LOCAL_NODE)
        .map(nodes -> LOCAL_NODE_MASK.saying(nodes, given.isNegated(LOCAL_NODE)))
        .ifPresent(printed::add);
    given.option(LOCAL_NODE_MASK).ifPresent(printed::add);
    given.option(TOTAL_NODES).ifPresent(printed::add);
    given.option(HASH_SEED).ifPresent(printed::add);
    return printed;
  }

  /**
   * Whether the packet is for one of these machines; xt_cluster_mt in net/netfilter/xt_cluster.c,
   * on a machine whose lowest byte comes first. Nodes answer for one hardware address of a group,
   * so that it makes packets to it their own. Of an IPv6 address the first 32 bits are hashed:
   * NF_CT_TUPLE_L3SIZE counts words where it is taken for bytes.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    OptionSpec<Nodes> spec = given.has(LOCAL_NODE) ? LOCAL_NODE : LOCAL_NODE_MASK;
    Nodes nodes = given.get(spec).orElseThrow();
    boolean negated = given.isNegated(spec);
    long total = given.get(TOTAL_NODES).orElseThrow();
    int seed = given.get(HASH_SEED).orElseThrow().intValue();
    return packet -> {
      packet.takeForOwn();
      ConnectionView connection = packet.connection();
      if (connection == null || connection.protocol() == 0) {
        return Truth.NO;
      }
      // Of an announced connection that which announced it counts, and it is not known.
      Address source = connection.isExpected() ? null : connection.originalSource();
      if (source == null) {
        return Truth.UNKNOWN;
      }
      int hash = JenkinsHash.of(seed, JenkinsHash.wordsOf(source)[0]);
      long node = JenkinsHash.scale(hash, total);
      return Truth.of(nodes.contains((int) node + 1) != negated);
    };
  }
}
