package io.github.chainbook.xtables.catalogue;

import static java.util.Map.entry;

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
import io.github.chainbook.xtables.packet.PacketTest;
import java.util.Map;
import java.util.Optional;

/**
 * How the matches look at packets. One that is missing here is known to the reader only, and a
 * trace says of it that it cannot tell.
 */
public final class PacketTests {

  private static final Map<String, PacketTest.Factory> BY_NAME =
      Map.ofEntries(
          entry("addrtype", AddrtypeMatch::test),
          entry("ah", AhMatch::test),
          entry("bpf", BpfMatch::test),
          entry("cgroup", CgroupMatch::test),
          entry("cluster", ClusterMatch::test),
          entry("comment", CommentMatch::test),
          entry("connbytes", ConnbytesMatch::test),
          entry("connlabel", ConnlabelMatch::test),
          entry("connlimit", ConnlimitMatch::test),
          entry("connmark", ConnmarkMatch::test),
          entry("conntrack", ConntrackMatch::test),
          entry("cpu", CpuMatch::test),
          entry("dccp", DccpMatch::test),
          entry("devgroup", DevgroupMatch::test),
          entry("dscp", DscpMatch::test),
          entry("dst", DstMatch::test),
          entry("ecn", EcnMatch::test),
          entry("esp", EspMatch::test),
          entry("eui64", Eui64Match::test),
          entry("frag", FragMatch::test),
          entry("hashlimit", HashlimitMatch::test),
          entry("hbh", HbhMatch::test),
          entry("helper", HelperMatch::test),
          entry("hl", HlMatch::test),
          entry("icmp", IcmpMatch::test),
          entry("icmp6", Icmp6Match::test),
          entry("ipcomp", IpcompMatch::test),
          entry("iprange", IprangeMatch::test),
          entry("ipv6header", Ipv6headerMatch::test),
          entry("ipvs", IpvsMatch::test),
          entry("length", LengthMatch::test),
          entry("limit", LimitMatch::test),
          entry("mac", MacMatch::test),
          entry("mark", MarkMatch::test),
          entry("mh", MhMatch::test),
          entry("multiport", MultiportMatch::test),
          entry("nfacct", NfacctMatch::test),
          entry("osf", OsfMatch::test),
          entry("owner", OwnerMatch::test),
          entry("physdev", PhysdevMatch::test),
          entry("pkttype", PkttypeMatch::test),
          entry("policy", PolicyMatch::test),
          entry("quota", QuotaMatch::test),
          entry("rateest", RateestMatch::test),
          entry("realm", RealmMatch::test),
          entry("recent", RecentMatch::test),
          entry("rpfilter", RpfilterMatch::test),
          entry("rt", RtMatch::test),
          entry("sctp", SctpMatch::test),
          entry("set", SetMatch::test),
          entry("socket", SocketMatch::test),
          entry("srh", SrhMatch::test),
          entry("state", StateMatch::test),
          entry("statistic", StatisticMatch::test),
          entry("string", StringMatch::test),
          entry("tcp", TcpMatch::test),
          entry("tcpmss", TcpmssMatch::test),
          entry("time", TimeMatch::test),
          entry("tos", TosMatch::test),
          entry("ttl", TtlMatch::test),
          entry("u32", U32Match::test),
          entry("udp", UdpMatch::test));

  private PacketTests() {}

  /** How the match {@code -m name} looks at packets. */
  public static Optional<PacketTest.Factory> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
