package io.github.chainbook.ruleset;

import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.util.Optional;
import java.util.Set;

/** Finds out from what stands in a part of a dump whether it is for IPv4 or IPv6. */
final class FamilyDetector {

  private static final Set<String> ADDRESS_OPTIONS =
      Set.of(
          "-s",
          "-d",
          "--source",
          "--src",
          "--destination",
          "--dst",
          "--src-range",
          "--dst-range",
          "--to-destination",
          "--to-source",
          "--to",
          "--gateway",
          "--on-ip",
          "--ctorigsrc",
          "--ctorigdst",
          "--ctreplsrc",
          "--ctrepldst",
          "--src-pfx",
          "--dst-pfx");
  private static final Set<String> IPV6_WORDS =
      Set.of(
          "icmpv6",
          "ipv6-icmp",
          "icmp6",
          "--icmpv6-type",
          "ipv6header",
          "hbh",
          "eui64",
          "srh",
          "icmp6-port-unreachable",
          "icmp6-adm-prohibited",
          "icmp6-no-route",
          "--hl-set",
          "--hl-eq");
  private static final Set<String> IPV4_WORDS =
      Set.of(
          "--icmp-type",
          "icmp-port-unreachable",
          "icmp-host-prohibited",
          "icmp-admin-prohibited",
          "icmp-host-unreachable",
          "icmp-net-unreachable",
          "--ttl-set",
          "--ttl-eq");
  private static final Set<String> BEFORE_NAMES = Set.of("-p", "-m", "--protocol", "--match");

  private FamilyDetector() {}

  /** What the comment of iptables-save or ip6tables-save says. */
  static Optional<Family> saidBy(String comment) {
    if (comment.contains("by ip6tables-")) {
      return Optional.of(Family.IPV6);
    }
    return comment.contains("by iptables-") ? Optional.of(Family.IPV4) : Optional.empty();
  }

  /**
   * What the addresses and protocols of some lines say; empty where they fit both.
   *
   * @param from the index of the first line
   * @param to the index behind the last one
   */
  static Optional<Family> detect(SourceText source, int from, int to) {
    for (int i = from; i < to; i++) {
      if (source.startsWith(i, ":") || source.startsWith(i, "#")) {
        continue;
      }
      String line = source.lines().get(i);
      if (line.indexOf('-') >= 0 && line.length() < 100_000) {
        Optional<Family> family = detect(line);
        if (family.isPresent()) {
          return family;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Family> detect(String line) {
    String before = "";
    for (String word : line.strip().split("[ \t]+")) {
      if (ADDRESS_OPTIONS.contains(before)) {
        if (isIpv6(word)) {
          return Optional.of(Family.IPV6);
        }
        if (beginsIpv4(word)) {
          return Optional.of(Family.IPV4);
        }
      }
      boolean name = BEFORE_NAMES.contains(before) || word.startsWith("--") || word.startsWith("i");
      if (name && IPV6_WORDS.contains(word)) {
        return Optional.of(Family.IPV6);
      }
      if (name && IPV4_WORDS.contains(word) || before.equals("-p") && word.equals("icmp")) {
        return Optional.of(Family.IPV4);
      }
      before = word;
    }
    return Optional.empty();
  }

  // Four numbers of up to three digits with points between them.
  private static boolean beginsIpv4(String word) {
    int at = 0;
    for (int part = 0; part < 4; part++) {
      if (part > 0 && (at >= word.length() || word.charAt(at++) != '.')) {
        return false;
      }
      int first = at;
      while (at < word.length() && at - first < 3 && isDigit(word.charAt(at))) {
        at++;
      }
      if (at == first) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isIpv6(String word) {
    return word.indexOf(':') >= 0
        && word.length() < 200
        && word.matches("\\[?[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:.*");
  }
}
