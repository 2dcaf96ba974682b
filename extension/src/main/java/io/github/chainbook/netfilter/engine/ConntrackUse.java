package io.github.chainbook.netfilter.engine;

import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.xtables.target.CtTarget;
import java.util.List;
import java.util.Set;

/**
 * What the loaded rules turn on in the kernel, be they reachable or not: nf_ct_netns_get and
 * nf_defrag_ipv4_enable in the checkentry functions of net/netfilter.
 *
 * @param tracks whether connections are tracked
 * @param defragments whether fragments are held until the packet is whole
 */
record ConntrackUse(boolean tracks, boolean defragments) {

  private static final Set<String> TRACKING_MATCHES =
      Set.of(
          "conntrack",
          "state",
          "connmark",
          "connlimit",
          "connbytes",
          "connlabel",
          "helper",
          "cluster");

  private static final Set<String> TRACKING_TARGETS =
      Set.of(
          "SNAT",
          "DNAT",
          "MASQUERADE",
          "REDIRECT",
          "NETMAP",
          "CONNMARK",
          "CONNSECMARK",
          "SYNPROXY");

  static ConntrackUse of(Ruleset ruleset) {
    List<Rule> rules =
        ruleset.tables().stream()
            .flatMap(table -> table.chains().stream())
            .flatMap(chain -> chain.rules().stream())
            .toList();
    boolean tracks = rules.stream().anyMatch(ConntrackUse::tracks);
    boolean sockets =
        rules.stream()
            .anyMatch(
                rule ->
                    rule.target().filter(t -> t.name().equals("TPROXY")).isPresent()
                        || rule.matches().stream()
                            .anyMatch(m -> m.module().filter("socket"::equals).isPresent()));
    return new ConntrackUse(tracks, tracks || sockets);
  }

  private static boolean tracks(Rule rule) {
    return rule.target().filter(ConntrackUse::tracks).isPresent()
        || rule.matches().stream()
            .anyMatch(m -> m.module().filter(TRACKING_MATCHES::contains).isPresent());
  }

  private static boolean tracks(Target target) {
    boolean configures =
        target.name().equals("CT")
            && target.options().stream().noneMatch(o -> o.name().equals(CtTarget.NOTRACK.name()));
    return target.kind() == Target.Kind.EXTENSION
        && (configures || TRACKING_TARGETS.contains(target.name()));
  }
}
