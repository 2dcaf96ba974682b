package io.github.chainbook.netfilter.ipset;

import static java.util.Map.entry;

import io.github.chainbook.xtables.BadValue;
import java.util.Map;

/** Types and codes of ICMP where ipset has ports; lib/icmp.c and lib/icmpv6.c of ipset. */
final class IcmpPorts {

  private static final int ICMP = 1;

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          entry("echo-reply", "0/0"),
          entry("pong", "0/0"),
          entry("network-unreachable", "3/0"),
          entry("host-unreachable", "3/1"),
          entry("protocol-unreachable", "3/2"),
          entry("port-unreachable", "3/3"),
          entry("fragmentation-needed", "3/4"),
          entry("source-route-failed", "3/5"),
          entry("network-unknown", "3/6"),
          entry("host-unknown", "3/7"),
          entry("network-prohibited", "3/9"),
          entry("host-prohibited", "3/10"),
          entry("TOS-network-unreachable", "3/11"),
          entry("TOS-host-unreachable", "3/12"),
          entry("communication-prohibited", "3/13"),
          entry("host-precedence-violation", "3/14"),
          entry("precedence-cutoff", "3/15"),
          entry("source-quench", "4/0"),
          entry("network-redirect", "5/0"),
          entry("host-redirect", "5/1"),
          entry("TOS-network-redirect", "5/2"),
          entry("TOS-host-redirect", "5/3"),
          entry("echo-request", "8/0"),
          entry("ping", "8/0"),
          entry("router-advertisement", "9/0"),
          entry("router-solicitation", "10/0"),
          entry("ttl-zero-during-transit", "11/0"),
          entry("ttl-zero-during-reassembly", "11/1"),
          entry("ip-header-bad", "12/0"),
          entry("required-option-missing", "12/1"),
          entry("timestamp-request", "13/0"),
          entry("timestamp-reply", "14/0"),
          entry("address-mask-request", "17/0"),
          entry("address-mask-reply", "18/0"));

  private static final Map<String, String> NAMES_6 =
      Map.ofEntries(
          entry("no-route", "1/0"),
          entry("communication-prohibited", "1/1"),
          entry("address-unreachable", "1/3"),
          entry("port-unreachable", "1/4"),
          entry("packet-too-big", "2/0"),
          entry("ttl-zero-during-transit", "3/0"),
          entry("ttl-zero-during-reassembly", "3/1"),
          entry("bad-header", "4/0"),
          entry("unknown-header-type", "4/1"),
          entry("unknown-option", "4/2"),
          entry("echo-request", "128/0"),
          entry("ping", "128/0"),
          entry("echo-reply", "129/0"),
          entry("pong", "129/0"),
          entry("router-solicitation", "133/0"),
          entry("router-advertisement", "134/0"),
          entry("neighbour-solicitation", "135/0"),
          entry("neigbour-solicitation", "135/0"),
          entry("neighbour-advertisement", "136/0"),
          entry("neigbour-advertisement", "136/0"),
          entry("redirect", "137/0"));

  private IcmpPorts() {}

  /**
   * Reads a name or {@code type/code}.
   *
   * @return the type times 256 plus the code
   * @throws BadValue where it is neither
   */
  static int parse(String word, int protocol) throws BadValue {
    String numbers = (protocol == ICMP ? NAMES : NAMES_6).getOrDefault(word, word);
    String[] parts = numbers.split("/", -1);
    try {
      int type = Integer.parseInt(parts[0]);
      int code = parts.length == 2 ? Integer.parseInt(parts[1]) : -1;
      if (type >= 0 && type <= 255 && code >= 0 && code <= 255) {
        return type << 8 | code;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw BadValue.expected("a name or type and code such as echo-request or 8/0", word);
  }
}
