package io.github.chainbook.xtables.catalogue;

import static java.util.Map.entry;

import io.github.chainbook.xtables.match.CgroupMatch;
import io.github.chainbook.xtables.match.ClusterMatch;
import io.github.chainbook.xtables.match.ConnbytesMatch;
import io.github.chainbook.xtables.match.ConnlabelMatch;
import io.github.chainbook.xtables.match.ConnlimitMatch;
import io.github.chainbook.xtables.match.ConntrackMatch;
import io.github.chainbook.xtables.match.CpuMatch;
import io.github.chainbook.xtables.match.DevgroupMatch;
import io.github.chainbook.xtables.match.HashlimitMatch;
import io.github.chainbook.xtables.match.HelperMatch;
import io.github.chainbook.xtables.match.IpvsMatch;
import io.github.chainbook.xtables.match.LimitMatch;
import io.github.chainbook.xtables.match.MarkMatch;
import io.github.chainbook.xtables.match.NfacctMatch;
import io.github.chainbook.xtables.match.OsfMatch;
import io.github.chainbook.xtables.match.OwnerMatch;
import io.github.chainbook.xtables.match.PhysdevMatch;
import io.github.chainbook.xtables.match.PolicyMatch;
import io.github.chainbook.xtables.match.QuotaMatch;
import io.github.chainbook.xtables.match.RateestMatch;
import io.github.chainbook.xtables.match.RealmMatch;
import io.github.chainbook.xtables.match.RecentMatch;
import io.github.chainbook.xtables.match.RpfilterMatch;
import io.github.chainbook.xtables.match.SetMatch;
import io.github.chainbook.xtables.match.SocketMatch;
import io.github.chainbook.xtables.match.StateMatch;
import io.github.chainbook.xtables.match.StatisticMatch;
import io.github.chainbook.xtables.match.TcpMatch;
import io.github.chainbook.xtables.match.TimeMatch;
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
          entry("cgroup", CgroupMatch::test),
          entry("cluster", ClusterMatch::test),
          entry("connbytes", ConnbytesMatch::test),
          entry("connlabel", ConnlabelMatch::test),
          entry("connlimit", ConnlimitMatch::test),
          entry("conntrack", ConntrackMatch::test),
          entry("cpu", CpuMatch::test),
          entry("devgroup", DevgroupMatch::test),
          entry("hashlimit", HashlimitMatch::test),
          entry("helper", HelperMatch::test),
          entry("ipvs", IpvsMatch::test),
          entry("limit", LimitMatch::test),
          entry("mark", MarkMatch::test),
          entry("nfacct", NfacctMatch::test),
          entry("osf", OsfMatch::test),
          entry("owner", OwnerMatch::test),
          entry("physdev", PhysdevMatch::test),
          entry("policy", PolicyMatch::test),
          entry("quota", QuotaMatch::test),
          entry("rateest", RateestMatch::test),
          entry("realm", RealmMatch::test),
          entry("recent", RecentMatch::test),
          entry("rpfilter", RpfilterMatch::test),
          entry("set", SetMatch::test),
          entry("socket", SocketMatch::test),
          entry("state", StateMatch::test),
          entry("statistic", StatisticMatch::test),
          entry("tcp", TcpMatch::test),
          entry("time", TimeMatch::test));

  private PacketTests() {}

  /** How the match {@code -m name} looks at packets. */
  public static Optional<PacketTest.Factory> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
