package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out from what stands in a dump whether it is for IPv4 or IPv6. */
final class FamilyDetector {

  private static final Set<String> IPV6_PROTOCOLS = Set.of("icmpv6", "ipv6-icmp", "58");

  private FamilyDetector() {}

  /**
   * The family: what the tool's comment says, else what the addresses and protocols say, else IPv4.
   */
  static Family detect(List<Table> tables, List<String> comments) {
    if (comments.stream().anyMatch(c -> c.contains("by ip6tables-"))) {
      return Family.IPV6;
    }
    if (comments.stream().anyMatch(c -> c.contains("by iptables-"))) {
      return Family.IPV4;
    }
    boolean ipv6 = options(tables).anyMatch(FamilyDetector::saysIpv6);
    return ipv6 ? Family.IPV6 : Family.IPV4;
  }

  private static Stream<RuleOption> options(List<Table> tables) {
    return tables.stream()
        .flatMap(table -> table.chains().stream())
        .flatMap(chain -> chain.rules().stream())
        .flatMap(Rule::matchOptions);
  }

  private static boolean saysIpv6(RuleOption option) {
    return switch (option.name()) {
      case "-s", "-d" -> option.word().indexOf(':') >= 0;
      case "-p" -> IPV6_PROTOCOLS.contains(option.word());
      default -> false;
    };
  }
}
