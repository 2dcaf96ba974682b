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
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Every match of iptables 1.8.9; iptables-extensions(8). A new one is added here. */
final class Matches {

  private Matches() {}

  static List<Extension> all() {
    return Stream.of(
            AddrtypeMatch.extensions(),
            AhMatch.extensions(),
            BpfMatch.extensions(),
            CgroupMatch.extensions(),
            ClusterMatch.extensions(),
            CommentMatch.extensions(),
            ConnbytesMatch.extensions(),
            ConnlabelMatch.extensions(),
            ConnlimitMatch.extensions(),
            ConnmarkMatch.extensions(),
            ConntrackMatch.extensions(),
            CpuMatch.extensions(),
            DccpMatch.extensions(),
            DevgroupMatch.extensions(),
            DscpMatch.extensions(),
            DstMatch.extensions(),
            EcnMatch.extensions(),
            EspMatch.extensions(),
            Eui64Match.extensions(),
            FragMatch.extensions(),
            HashlimitMatch.extensions(),
            HbhMatch.extensions(),
            HelperMatch.extensions(),
            HlMatch.extensions(),
            IcmpMatch.extensions(),
            Icmp6Match.extensions(),
            IpcompMatch.extensions(),
            IprangeMatch.extensions(),
            Ipv6headerMatch.extensions(),
            IpvsMatch.extensions(),
            LengthMatch.extensions(),
            LimitMatch.extensions(),
            MacMatch.extensions(),
            MarkMatch.extensions(),
            MhMatch.extensions(),
            MultiportMatch.extensions(),
            NfacctMatch.extensions(),
            OsfMatch.extensions(),
            OwnerMatch.extensions(),
            PhysdevMatch.extensions(),
            PkttypeMatch.extensions(),
            PolicyMatch.extensions(),
            QuotaMatch.extensions(),
            RateestMatch.extensions(),
            RealmMatch.extensions(),
            RecentMatch.extensions(),
            RpfilterMatch.extensions(),
            RtMatch.extensions(),
            SctpMatch.extensions(),
            SetMatch.extensions(),
            SocketMatch.extensions(),
            SrhMatch.extensions(),
            StateMatch.extensions(),
            StatisticMatch.extensions(),
            StringMatch.extensions(),
            TcpMatch.extensions(),
            TcpmssMatch.extensions(),
            TimeMatch.extensions(),
            TosMatch.extensions(),
            TtlMatch.extensions(),
            U32Match.extensions(),
            UdpMatch.extensions())
        .flatMap(Collection::stream)
        .toList();
  }
}
