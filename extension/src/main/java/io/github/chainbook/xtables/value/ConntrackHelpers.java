package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.Family;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The helpers of connection tracking that the kernel brings along, {@code nf_conntrack_*.c} of
 * {@code net/netfilter} and {@code nf_nat_snmp_basic_main.c} of {@code net/ipv4/netfilter}.
 * Programs may add others.
 */
public final class ConntrackHelpers {

  private static final Set<Integer> TCP = Set.of(6);
  private static final Set<Integer> UDP = Set.of(17);

  private static final Map<String, Set<Integer>> OF_BOTH_FAMILIES =
      Map.of(
          "ftp", TCP,
          "tftp", UDP,
          "sip", Set.of(6, 17),
          "amanda", UDP,
          "sane", TCP,
          "H.245", UDP,
          "Q.931", TCP,
          "RAS", UDP);

  private static final Map<String, Set<Integer>> OF_IPV4 =
      Map.of("irc", TCP, "pptp", TCP, "netbios-ns", UDP, "snmp", UDP, "snmp_trap", UDP);

  private ConntrackHelpers() {}

  /**
   * The numbers of the protocols that a helper of the kernel is for; none where it is for IPv4
   * alone and this is not; empty for a name that is not of the kernel's.
   */
  public static Optional<Set<Integer>> protocols(String name, Family family) {
    Set<Integer> ipv4 = OF_IPV4.get(name);
    if (ipv4 != null) {
      return Optional.of(family == Family.IPV4 ? ipv4 : Set.of());
    }
    return Optional.ofNullable(OF_BOTH_FAMILIES.get(name));
  }
}
