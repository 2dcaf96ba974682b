package io.github.chainbook.suite;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a rule has what a parameter of puppetlabs-firewall says.
 *
 * @param modules the matches or targets that have the option; the empty name for a rule's own
 *     options
 * @param options the spellings of the option with iptables-save, of which a rule has one
 * @param form what its values are
 * @param otherwise what a rule says that has no such option; empty where it says nothing
 */
record PuppetParameter(
    Set<String> modules, Set<String> options, PuppetForm form, String otherwise) {

  /** What says nothing of a rule's options, or what the place where we read the rule says. */
  static final Set<String> NOT_OF_THE_RULE =
      Set.of("provider", "table", "chain", "line", "ensure", "compare_all");

  /** The parameters whose several values stand in one option, behind commas. */
  static final Set<String> JOINED = Set.of("dport", "sport", "port", "state", "ctstate");

  /** The options that do not stand by themselves; they write them behind the address type. */
  static final List<String> BEHIND = List.of("--limit-iface-in", "--limit-iface-out");

  /** What iptables-save prints of a rule that does not say it. */
  static final Set<String> SAVED_BY_DEFAULT =
      Set.of(
          "--reject-with icmp-port-unreachable",
          "--connlimit-mask 32",
          "--connlimit-saddr",
          "--queue-num 0");

  /** What puppetlabs-firewall puts into a rule for which no parameter asks it. */
  static final Set<String> BUILT_BY_DEFAULT = Set.of("-p tcp", "--fragid 0");

  /** All parameters of the examples but {@code jump}, by name. */
  static final Map<String, PuppetParameter> BY_NAME =
      Map.ofEntries(
          own("source", PuppetForm.NETWORK, "-s", "any"),
          own("destination", PuppetForm.NETWORK, "-d", "any"),
          own("iniface", PuppetForm.TEXT, "-i", ""),
          own("outiface", PuppetForm.TEXT, "-o", ""),
          own("proto", PuppetForm.TEXT, "-p", "all"),
          own("isfragment", PuppetForm.TEXT, "-f", ""),
          ports("sport", "--sport", "--sports"),
          ports("dport", "--dport", "--dports"),
          ports("port", "--ports"),
          of("tcp_flags", "tcp", "--tcp-flags", PuppetForm.TCP_FLAGS),
          of("tcp_option", "tcp", "--tcp-option", PuppetForm.NUMBER),
          of("state", "state", "--state", PuppetForm.SET),
          of("ctstate", "conntrack", "--ctstate", PuppetForm.SET),
          of("mac_source", "mac", "--mac-source", PuppetForm.CAPITALS),
          of("src_range", "iprange", "--src-range", PuppetForm.TEXT),
          of("dst_range", "iprange", "--dst-range", PuppetForm.TEXT),
          of("src_type", "addrtype", "--src-type", PuppetForm.TEXT),
          of("dst_type", "addrtype", "--dst-type", PuppetForm.TEXT),
          of("name", "comment", "--comment", PuppetForm.NAME),
          of("limit", "limit", "--limit", PuppetForm.TEXT),
          of("burst", "limit", "--limit-burst", PuppetForm.NUMBER),
          of("uid", "owner", "--uid-owner", PuppetForm.USER),
          of("gid", "owner", "--gid-owner", PuppetForm.USER),
          of("ipset", "set", "--match-set", PuppetForm.TEXT),
          of("pkttype", "pkttype", "--pkt-type", PuppetForm.TEXT),
          of("connlimit_above", "connlimit", "--connlimit-above", PuppetForm.NUMBER),
          of("connlimit_mask", "connlimit", "--connlimit-mask", PuppetForm.NUMBER),
          of("connmark", "connmark", "--mark", PuppetForm.MARK),
          of("match_mark", "mark", "--mark", PuppetForm.MARK),
          of("length", "length", "--length", PuppetForm.RANGES),
          of("string", "string", "--string", PuppetForm.TEXT),
          of("string_algo", "string", "--algo", PuppetForm.TEXT),
          of("string_from", "string", "--from", PuppetForm.NUMBER),
          of("cgroup", "cgroup", "--cgroup", PuppetForm.NUMBER),
          of("isfirstfrag", "frag", "--fragfirst", PuppetForm.TEXT),
          of("ishasmorefrags", "frag", "--fragmore", PuppetForm.TEXT),
          of("set_mark", "MARK", "--set-xmark", PuppetForm.MARK),
          of("set_dscp_class", "DSCP", "--set-dscp", PuppetForm.DSCP),
          of("clamp_mss_to_pmtu", "TCPMSS", "--clamp-mss-to-pmtu", PuppetForm.TEXT),
          of("random_fully", "MASQUERADE", "--random-fully", PuppetForm.TEXT),
          of("queue_num", "NFQUEUE", "--queue-num", PuppetForm.NUMBER),
          of("nflog_group", "NFLOG", "--nflog-group", PuppetForm.NUMBER),
          of("nflog_prefix", "NFLOG", "--nflog-prefix", PuppetForm.TEXT),
          entry("log_level", Set.of("LOG"), Set.of("--log-level"), PuppetForm.LEVEL, "4"));

  private static Map.Entry<String, PuppetParameter> of(
      String name, String module, String option, PuppetForm form) {
    return entry(name, Set.of(module), Set.of(option), form, "");
  }

  private static Map.Entry<String, PuppetParameter> own(
      String name, PuppetForm form, String option, String otherwise) {
    return entry(name, Set.of(""), Set.of(option), form, otherwise);
  }

  private static Map.Entry<String, PuppetParameter> ports(String name, String... options) {
    return entry(name, Set.of("tcp", "udp", "multiport"), Set.of(options), PuppetForm.RANGES, "");
  }

  private static Map.Entry<String, PuppetParameter> entry(
      String name, Set<String> modules, Set<String> options, PuppetForm form, String otherwise) {
    return Map.entry(name, new PuppetParameter(modules, options, form, otherwise));
  }
}
