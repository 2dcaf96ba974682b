package io.github.chainbook.xtables.catalogue;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.match.AddrtypeMatch;
import io.github.chainbook.xtables.match.AhMatch;
import io.github.chainbook.xtables.match.BpfMatch;
import io.github.chainbook.xtables.match.CgroupMatch;
import io.github.chainbook.xtables.match.ClusterMatch;
import io.github.chainbook.xtables.match.CommentMatch;
import io.github.chainbook.xtables.match.ConnbytesMatch;
import io.github.chainbook.xtables.match.ConnlabelMatch;
import io.github.chainbook.xtables.match.ConnlimitMatch;
import io.github.chainbook.xtables.match.ConnmarkMatch;
import io.github.chainbook.xtables.match.ConntrackMatch;
import io.github.chainbook.xtables.match.CpuMatch;
import io.github.chainbook.xtables.match.DccpMatch;
import io.github.chainbook.xtables.match.DevgroupMatch;
import io.github.chainbook.xtables.match.DscpMatch;
import io.github.chainbook.xtables.match.DstMatch;
import io.github.chainbook.xtables.match.EcnMatch;
import io.github.chainbook.xtables.match.EspMatch;
import io.github.chainbook.xtables.match.Eui64Match;
import io.github.chainbook.xtables.match.FragMatch;
import io.github.chainbook.xtables.match.HashlimitMatch;
import io.github.chainbook.xtables.match.HbhMatch;
import io.github.chainbook.xtables.match.HelperMatch;
import io.github.chainbook.xtables.match.HlMatch;
import io.github.chainbook.xtables.match.Icmp6Match;
import io.github.chainbook.xtables.match.IcmpMatch;
import io.github.chainbook.xtables.match.IpcompMatch;
import io.github.chainbook.xtables.match.IprangeMatch;
import io.github.chainbook.xtables.match.Ipv6headerMatch;
import io.github.chainbook.xtables.match.IpvsMatch;
import io.github.chainbook.xtables.match.LengthMatch;
import io.github.chainbook.xtables.match.LimitMatch;
import io.github.chainbook.xtables.match.MacMatch;
import io.github.chainbook.xtables.match.MarkMatch;
import io.github.chainbook.xtables.match.MhMatch;
import io.github.chainbook.xtables.match.MultiportMatch;
import io.github.chainbook.xtables.match.NfacctMatch;
import io.github.chainbook.xtables.match.OsfMatch;
import io.github.chainbook.xtables.match.OwnerMatch;
import io.github.chainbook.xtables.match.PhysdevMatch;
import io.github.chainbook.xtables.match.PkttypeMatch;
import io.github.chainbook.xtables.match.PolicyMatch;
import io.github.chainbook.xtables.match.QuotaMatch;
import io.github.chainbook.xtables.match.RateestMatch;
import io.github.chainbook.xtables.match.RealmMatch;
import io.github.chainbook.xtables.match.RecentMatch;
import io.github.chainbook.xtables.match.RpfilterMatch;
import io.github.chainbook.xtables.match.RtMatch;
import io.github.chainbook.xtables.match.SctpMatch;
import io.github.chainbook.xtables.match.SetMatch;
import io.github.chainbook.xtables.match.SocketMatch;
import io.github.chainbook.xtables.match.SrhMatch;
import io.github.chainbook.xtables.match.StateMatch;
import io.github.chainbook.xtables.match.StatisticMatch;
import io.github.chainbook.xtables.match.StringMatch;
import io.github.chainbook.xtables.match.TcpMatch;
import io.github.chainbook.xtables.match.TcpmssMatch;
import io.github.chainbook.xtables.match.TimeMatch;
import io.github.chainbook.xtables.match.TosMatch;
import io.github.chainbook.xtables.match.TtlMatch;
import io.github.chainbook.xtables.match.U32Match;
import io.github.chainbook.xtables.match.UdpMatch;
import java.util.List;

/**
 * Every match of iptables 1.8.9; iptables-extensions(8). A new one is added here: its name, and its
 * class behind {@link #named}. A dump needs few of them, so a class is loaded when it is asked for.
 */
final class Matches {

  /** The names, each once. */
  static final List<String> NAMES =
      List.of(
          "addrtype",
          "ah",
          "bpf",
          "cgroup",
          "cluster",
          "comment",
          "connbytes",
          "connlabel",
          "connlimit",
          "connmark",
          "conntrack",
          "cpu",
          "dccp",
          "devgroup",
          "dscp",
          "dst",
          "ecn",
          "esp",
          "eui64",
          "frag",
          "hashlimit",
          "hbh",
          "helper",
          "hl",
          "icmp",
          "icmp6",
          "ipcomp",
          "iprange",
          "ipv6header",
          "ipvs",
          "length",
          "limit",
          "mac",
          "mark",
          "mh",
          "multiport",
          "nfacct",
          "osf",
          "owner",
          "physdev",
          "pkttype",
          "policy",
          "quota",
          "rateest",
          "realm",
          "recent",
          "rpfilter",
          "rt",
          "sctp",
          "set",
          "socket",
          "srh",
          "state",
          "statistic",
          "string",
          "tcp",
          "tcpmss",
          "time",
          "tos",
          "ttl",
          "u32",
          "udp");

  private Matches() {}

  /** The extensions of the class that has this name; none where no class has it. */
  static List<Extension> named(String name) {
    return switch (name) {
      case "addrtype" -> AddrtypeMatch.extensions();
      case "ah" -> AhMatch.extensions();
      case "bpf" -> BpfMatch.extensions();
      case "cgroup" -> CgroupMatch.extensions();
      case "cluster" -> ClusterMatch.extensions();
      case "comment" -> CommentMatch.extensions();
      case "connbytes" -> ConnbytesMatch.extensions();
      case "connlabel" -> ConnlabelMatch.extensions();
      case "connlimit" -> ConnlimitMatch.extensions();
      case "connmark" -> ConnmarkMatch.extensions();
      case "conntrack" -> ConntrackMatch.extensions();
      case "cpu" -> CpuMatch.extensions();
      case "dccp" -> DccpMatch.extensions();
      case "devgroup" -> DevgroupMatch.extensions();
      case "dscp" -> DscpMatch.extensions();
      case "dst" -> DstMatch.extensions();
      case "ecn" -> EcnMatch.extensions();
      case "esp" -> EspMatch.extensions();
      case "eui64" -> Eui64Match.extensions();
      case "frag" -> FragMatch.extensions();
      case "hashlimit" -> HashlimitMatch.extensions();
      case "hbh" -> HbhMatch.extensions();
      case "helper" -> HelperMatch.extensions();
      case "hl" -> HlMatch.extensions();
      case "icmp" -> IcmpMatch.extensions();
      case "icmp6" -> Icmp6Match.extensions();
      case "ipcomp" -> IpcompMatch.extensions();
      case "iprange" -> IprangeMatch.extensions();
      case "ipv6header" -> Ipv6headerMatch.extensions();
      case "ipvs" -> IpvsMatch.extensions();
      case "length" -> LengthMatch.extensions();
      case "limit" -> LimitMatch.extensions();
      case "mac" -> MacMatch.extensions();
      case "mark" -> MarkMatch.extensions();
      case "mh" -> MhMatch.extensions();
      case "multiport" -> MultiportMatch.extensions();
      case "nfacct" -> NfacctMatch.extensions();
      case "osf" -> OsfMatch.extensions();
      case "owner" -> OwnerMatch.extensions();
      case "physdev" -> PhysdevMatch.extensions();
      case "pkttype" -> PkttypeMatch.extensions();
      case "policy" -> PolicyMatch.extensions();
      case "quota" -> QuotaMatch.extensions();
      case "rateest" -> RateestMatch.extensions();
      case "realm" -> RealmMatch.extensions();
      case "recent" -> RecentMatch.extensions();
      case "rpfilter" -> RpfilterMatch.extensions();
      case "rt" -> RtMatch.extensions();
      case "sctp" -> SctpMatch.extensions();
      case "set" -> SetMatch.extensions();
      case "socket" -> SocketMatch.extensions();
      case "srh" -> SrhMatch.extensions();
      case "state" -> StateMatch.extensions();
      case "statistic" -> StatisticMatch.extensions();
      case "string" -> StringMatch.extensions();
      case "tcp" -> TcpMatch.extensions();
      case "tcpmss" -> TcpmssMatch.extensions();
      case "time" -> TimeMatch.extensions();
      case "tos" -> TosMatch.extensions();
      case "ttl" -> TtlMatch.extensions();
      case "u32" -> U32Match.extensions();
      case "udp" -> UdpMatch.extensions();
      default -> List.of();
    };
  }
}
