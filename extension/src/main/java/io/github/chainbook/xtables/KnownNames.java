package io.github.chainbook.xtables;

import java.util.Set;

/** The names of every match and target of iptables 1.8.9; iptables-extensions(8). */
final class KnownNames {

  private KnownNames() {}

  static Set<String> matches() {
    return words(
        """
        addrtype ah bpf cgroup cluster comment connbytes connlabel connlimit connmark conntrack cpu
        dccp devgroup dscp dst ecn esp eui64 frag hashlimit hbh helper hl icmp icmp6 ipcomp iprange
        ipv6header ipvs length limit mac mark mh multiport nfacct osf owner physdev pkttype policy
        quota rateest realm recent rpfilter rt sctp set socket srh state statistic string tcp tcpmss
        time tos ttl u32 udp\
        """);
  }

  static Set<String> targets() {
    return words(
        """
        AUDIT CHECKSUM CLASSIFY CLUSTERIP CONNMARK CONNSECMARK CT DNAT DNPT DSCP ECN HL HMARK
        IDLETIMER LED LOG MARK MASQUERADE NETMAP NFLOG NFQUEUE NOTRACK RATEEST REDIRECT REJECT
        SECMARK SET SNAT SNPT SYNPROXY TCPMSS TCPOPTSTRIP TEE TOS TPROXY TRACE TTL ULOG\
        """);
  }

  private static Set<String> words(String text) {
    return Set.of(text.split("\\s+"));
  }
}
