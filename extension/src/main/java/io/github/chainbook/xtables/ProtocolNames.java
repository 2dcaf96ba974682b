package io.github.chainbook.xtables;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names of IP protocols: first those that iptables has built in ({@code xtables_chain_protos} of
 * libxtables 1.8.9), then those of Debian's {@code /etc/protocols}, which follow IANA's registry.
 */
public final class ProtocolNames {

  /** Built into iptables; of several names the first one prints. */
  private static final List<Map.Entry<String, Integer>> BUILT_IN =
      List.of(
          Map.entry("tcp", 6),
          Map.entry("sctp", 132),
          Map.entry("udp", 17),
          Map.entry("udplite", 136),
          Map.entry("icmp", 1),
          Map.entry("ipv6-icmp", 58),
          Map.entry("icmpv6", 58),
          Map.entry("esp", 50),
          Map.entry("ah", 51),
          Map.entry("mobility-header", 135),
          Map.entry("ipv6-mh", 135),
          Map.entry("mh", 135),
          Map.entry("all", 0));

  /** IANA's names and numbers; iptables takes them from the machine. */
  private static final String REGISTERED =
      """
      0 ip, 0 hopopt, 2 igmp, 3 ggp, 4 ipencap, 5 st, 8 egp, 9 igp, 12 pup, 20 hmp, 22 xns-idp,
      27 rdp, 29 iso-tp4, 33 dccp, 36 xtp, 37 ddp, 38 idpr-cmtp, 41 ipv6, 43 ipv6-route,
      44 ipv6-frag, 45 idrp, 46 rsvp, 47 gre, 57 skip, 59 ipv6-nonxt, 60 ipv6-opts, 73 rspf, 81 vmtp,
      88 eigrp, 89 ospf, 93 ax.25, 94 ipip, 97 etherip, 98 encap, 103 pim, 108 ipcomp, 112 vrrp,
      115 l2tp, 124 isis, 133 fc, 137 mpls-in-ip, 138 manet, 139 hip, 140 shim6, 141 wesp, 142 rohc,
      143 ethernet\
      """;

  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static final Map<Integer, String> NAMES = new HashMap<>();

  static {
    BUILT_IN.forEach(entry -> add(entry.getKey(), entry.getValue()));
    for (String pair : REGISTERED.split(",\\s+")) {
      String[] parts = pair.split(" ");
      add(parts[1], Integer.parseInt(parts[0]));
    }
    // The registry's capitals are other names for the same numbers; iptables lowers what is
    // written.
    NUMBERS.put("ospfigp", 89);
  }

  private static final int MAX_LENGTH = 40;

  private ProtocolNames() {}

  private static void add(String name, int number) {
    NUMBERS.putIfAbsent(name, number);
    NAMES.putIfAbsent(number, name);
  }

  /** The number of a protocol that is written by name, in letters of any case. */
  public static Optional<Integer> number(String name) {
    // Text from a dump may be a megabyte, and no name is nearly as long as this.
    return name.length() > MAX_LENGTH
        ? Optional.empty()
        : Optional.ofNullable(NUMBERS.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The name under which iptables-save prints this protocol; its number where it has none. */
  public static String print(int number) {
    return NAMES.getOrDefault(number, String.valueOf(number));
  }
}
