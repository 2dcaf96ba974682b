package io.github.chainbook.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Proxy.Onward;
import io.github.chainbook.topology.Proxy.Source;
import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How flows end, other than well. */
class FlowEndsTest {

  private static String filter(String... rules) {
    return "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
        + String.join("\n", rules)
        + "\nCOMMIT\n";
  }

  private static Deployment two() {
    Deployment all = new Deployment().pod("client", "eth0 10.0.1.7/24").runs("curl", 0);
    return all.pod("server", "eth0 10.0.2.5/24").runs("app", 1000, "80");
  }

  @Test
  void droppedByARule() {
    Walked walked =
        two().rules(filter("-A INPUT -s 10.0.1.0/24 -j DROP")).walk("client/curl -> server:80");

    assertThat(walked.end())
        .isEqualTo("dropped in server: rule 1 of INPUT in table filter drops it");
    assertThat(walked.problems())
        .containsExactly(
            "topology:1:1: error: flow 1 'client/curl -> server:80' is to arrive, but is dropped at "
                + "step 2 in server: rule 1 of INPUT in table filter drops it; INPUT: filter INPUT 1 "
                + "[flow-ends]");
  }

  @Test
  void droppedByAPolicy() {
    assertThat(
            two()
                .rules(filter().replace(":INPUT ACCEPT", ":INPUT DROP"))
                .walk("client/curl -> server:80")
                .end())
        .isEqualTo("dropped in server: the policy of INPUT in table filter drops it");
  }

  @Test
  void rejectedAsExpected() {
    Deployment all = two().rules(filter("-A INPUT -p tcp -j REJECT --reject-with tcp-reset"));
    Walked walked =
        all.flow(
                "client/curl -> server:80",
                Protocols.TCP,
                new Flow.Expected(Ending.REJECTED, Optional.of("server")))
            .walk();

    assertThat(walked.end())
        .startsWith("rejected in server: rule 1 of INPUT in table filter rejects it");
    assertThat(walked.problems()).isEmpty();
  }

  @Test
  void expectedElsewhereOrOtherwise() {
    Deployment all = two().rules(filter("-A INPUT -j DROP"));

    assertThat(
            all.flow(
                    "client/curl -> server:80",
                    Protocols.TCP,
                    new Flow.Expected(Ending.DROPPED, Optional.of("client")))
                .walk()
                .problems())
        .singleElement()
        .asString()
        .contains("is to be dropped in client, but is dropped at step 2 in server");
  }

  @Test
  void whatIsDeclaredBadlyHasNoEffect() {
    Deployment all = two();
    all.pod("client", "eth0 10.0.1.7/24")
        .routes("", "default", "default via nobody metric much", "10.0.2.0/24 dev eth0", "via via")
        .ip(
            "",
            "-6",
            "rule add pref x fwmark y/z",
            "rule add from",
            "route del 10.9.0.0/16",
            "link")
        .runs("curl", 0);

    assertThat(all.walk("client/curl -> server:80").ending()).isEqualTo(Ending.ARRIVES);
  }

  @Test
  void lostWithoutARoute() {
    Deployment all = two();
    all.pod("client", "eth0 10.0.1.7/24").routes().runs("curl", 0);

    Walked walked = all.walk("client/curl -> server:80");

    assertThat(walked.end()).isEqualTo("lost in client: no route leads to 10.0.2.5");
    assertThat(walked.hops()).containsExactly("client: curl, * to 10.0.2.5:80 |  | end");
  }

  @Test
  void refusedByUdp() {
    assertThat(
            two()
                .flow("client/curl -> server:80", Protocols.UDP, Flow.Expected.ARRIVES)
                .walk()
                .end())
        .isEqualTo("refused in server: nobody listens at 10.0.2.5:80 (UDP)");
  }

  @Test
  void arrivesByUdp() {
    assertThat(
            two()
                .runs("dns", 53, "53/udp", "53")
                .flow("client/curl -> server:53", Protocols.UDP, Flow.Expected.ARRIVES)
                .walk()
                .end())
        .isEqualTo("arrives in server: dns gets it at 10.0.2.5:53");
  }

  @Test
  void unknownWhereNothingIsSaidOfListeners() {
    Walked walked = two().withUnknownProcesses().walk("client/curl -> server:80");

    assertThat(walked.end())
        .isEqualTo("unknown in server: nothing is said of who listens in server");
    assertThat(walked.problems())
        .singleElement()
        .asString()
        .contains("is to arrive, but nobody knows how it ends at step 2 in server");
  }

  @Test
  void leavesForWhatIsNobodys() {
    assertThat(two().walk("client/curl -> 203.0.113.5:443").end())
        .isEqualTo("leaves in client: no namespace has 203.0.113.5");
    assertThat(
            two()
                .link("client/eth0", "server/eth0", "server/eth1")
                .walk("client/curl -> 203.0.113.5:443")
                .end())
        .isEqualTo("leaves in client: nobody on the link of eth0 has 203.0.113.5");
  }

  @Test
  void unknownWhereSeveralHaveTheAddress() {
    Deployment all = two();
    all.pod("twin", "eth0 10.0.2.5/24");

    assertThat(all.walk("client/curl -> 10.0.2.5:80").end())
        .isEqualTo(
            "unknown in client: server, twin all have 10.0.2.5, and no link says which is meant");
  }

  @Test
  void forwardsOnlyWhatIsKnownToForward() {
    Deployment all = two();
    all.pod("client", "eth0 10.0.1.7/24").routes("default via 10.0.1.1 dev eth0").runs("curl", 0);
    all.has(Namespace.Kind.NAMESPACE, "router", "a 10.0.1.1/24", "b 10.0.2.1/24");

    assertThat(all.walk("client/curl -> server:80").end())
        .isEqualTo("unknown in router: nothing is said of whether the namespace forwards (sysctl)");
    assertThat(all.sysctl("ipv4.ip_forward", "1").walk("client/curl -> server:80").ending())
        .isEqualTo(Ending.ARRIVES);
    assertThat(
            all.sysctl("net/ipv4/ip_forward", "0")
                .sysctl("ipv4.ip_forward", "0")
                .walk("client/curl -> server:80")
                .end())
        .isEqualTo(
            "lost in router: no route leads there, or its addresses may not be; the namespace does"
                + " not forward");
  }

  @Test
  void loopbackAddressesDoNotComeFromOutside() {
    Deployment all = two();
    all.pod("server", "eth0 10.0.2.5/24")
        .rules(
            "*nat\n:PREROUTING ACCEPT [0:0]\n"
                + "-A PREROUTING -p tcp -j DNAT --to-destination 127.0.0.1:80\nCOMMIT\n")
        .runs("app", 1000, "127.0.0.1:80");

    assertThat(all.walk("client/curl -> server:80").end())
        .isEqualTo(
            "lost in server: no route leads there, or its addresses may not be; addresses of 127/8 "
                + "do not come from outside without route_localnet");
    assertThat(
            all.sysctl("ipv4.conf.eth0.route_localnet", "1").walk("client/curl -> server:80").end())
        .isEqualTo("arrives in server: app gets it at 127.0.0.1:80");
  }

  @Test
  void routesThatLeadRoundAreNotFollowedForEver() {
    Deployment all = new Deployment().pod("client", "eth0 10.0.0.3/24");
    all.routes("default via 10.0.0.1").runs("curl", 0);
    all.host("a", "eth0 10.0.0.1/24").routes("default via 10.0.0.2");
    all.host("b", "eth0 10.0.0.2/24").routes("default via 10.0.0.1");

    Walked walked = all.walk("client/curl -> 203.0.113.5:80");

    assertThat(walked.hops()).hasSize(64);
    assertThat(walked.end()).isEqualTo("unknown in a: it still goes on after 64 namespaces");
  }

  @Test
  void aSocketCannotBeBoundToAForeignAddress() {
    Deployment all = two();
    all.pod("proxy", "eth0 10.0.3.5/24")
        .runs("relay", 0, "80")
        .proxying(
            "80",
            new Onward.To(FlowText.place("server:80", Map.of())),
            Deployment.from("192.0.2.77"));

    assertThat(all.walk("client/curl -> proxy:80").end())
        .isEqualTo("lost in proxy: no socket can be bound to 192.0.2.77, it is not its own");
  }

  @Test
  void whatIsNotKnownOfTheSenderMakesWays() {
    Deployment all = new Deployment().pod("client", "eth0 10.0.1.7/24");
    all.rules(filter("-A OUTPUT -m owner --uid-owner 1000 -j DROP"));
    all.pod("server", "eth0 10.0.2.5/24").runs("app", 1000, "80");

    Walked walked = all.walk("client -> server:80");

    assertThat(walked.ends())
        .containsExactly(
            "dropped in client: rule 1 of OUTPUT in table filter drops it",
            "arrives in server: app gets it at 10.0.2.5:80");
    assertThat(walked.walk().ways()).allSatisfy(way -> assertThat(way.share()).isEmpty());
    assertThat(walked.conditions())
        .containsExactly(
            List.of("-m owner --uid-owner 1000 holds in client"),
            List.of("-m owner --uid-owner 1000 does not hold in client"));
  }

  @Test
  void followsNoMoreThanSixteenWays() {
    String[] coins = new String[5];
    for (int i = 0; i < coins.length; i++) {
      coins[i] =
          "-A OUTPUT -m statistic --mode random --probability 0.5 -j MARK --set-mark " + (1 << i);
    }
    String rules =
        "*mangle\n:OUTPUT ACCEPT [0:0]\n"
            + String.join("\n", coins).replace("--set-mark", "--or-mark")
            + "\nCOMMIT\n";
    Deployment all = new Deployment().pod("client", "eth0 10.0.1.7/24").runs("curl", 0);
    all.rules(rules);
    all.pod("server", "eth0 10.0.2.5/24").runs("app", 1000, "80");

    Walked walked = all.walk("client/curl -> server:80");

    assertThat(walked.walk().ways()).hasSize(16);
    assertThat(walked.walk().ways().get(15).ending()).isEqualTo(Ending.UNKNOWN);
    assertThat(walked.ends().get(15)).endsWith("there are more ways than the 16 that are followed");
  }

  @Test
  void ipv6TakesTheRulesOfIpv6() {
    Deployment all =
        new Deployment().pod("client", "eth0 10.0.1.7/24 2001:db8:1::7/64").runs("curl", 0);
    all.pod("server", "eth0 2001:db8:2::5/64")
        .rules(filter("-A INPUT -j DROP"))
        .rules(
            "*nat\n:PREROUTING ACCEPT [0:0]\n"
                + "-A PREROUTING -p tcp -j REDIRECT --to-ports 8080\nCOMMIT\n",
            Family.IPV6)
        .runs("app", 1000, "8080");

    assertThat(all.walk("client/curl -> server:80").hops())
        .containsExactly(
            "client: curl, 2001:db8:1::7 to [2001:db8:2::5]:80 |  | "
                + "eth0 from 2001:db8:1::7 to [2001:db8:2::5]:80",
            "server: eth0, 2001:db8:1::7 to [2001:db8:2::5]:80 | PREROUTING 1 | "
                + "app 8080 at [2001:db8:2::5]:8080");
  }

  @Test
  void theMostSpecificSocketGetsIt() {
    Deployment all = two();
    all.pod("server", "eth0 10.0.2.5/24")
        .runs("every", 0, "80")
        .runs("one", 0, "10.0.2.5:80")
        .runs("here", 0, "127.0.0.1:80");

    assertThat(all.walk("client/curl -> server:80").end())
        .isEqualTo("arrives in server: one gets it at 10.0.2.5:80");
    assertThat(all.walk("server/every -> 127.0.0.1:80").end())
        .isEqualTo("arrives in server: here gets it at 127.0.0.1:80");
    assertThat(all.walk("server/every -> 127.0.0.9:80").hops())
        .containsExactly("server: every, 127.0.0.1 to 127.0.0.9:80 |  | every 80 at 127.0.0.9:80");
  }

  @Test
  void aRouteMayDependOnTheSource() {
    Deployment all = two();
    all.has(Namespace.Kind.NAMESPACE, "both", "a 10.0.1.9/24", "b 10.0.2.9/24")
        .routes("default via 10.0.1.7 dev a")
        .ip("rule add from 10.0.1.9 lookup 7", "route add unreachable default table 7")
        .runs("curl", 0);

    assertThat(all.walk("both/curl -> server:80").ending()).isEqualTo(Ending.ARRIVES);
    assertThat(all.walk("both/curl -> 203.0.113.5:80").end())
        .isEqualTo("lost in both: no route leads there");
  }

  @Test
  void aServiceLeadsBackToItsSenderUnderAnotherAddress() {
    Deployment all = two().service("web", "10.96.0.1", "server:80");

    assertThat(all.walk("server/app -> web:80").hops().get(1))
        .isEqualTo("server: eth0 by web, * to 10.0.2.5:80 |  | app 80 at 10.0.2.5:80");
  }

  @Test
  void aProxyMayKnowTheEndpoints() {
    Deployment all = two().service("web", "10.96.0.1", "server:80");
    all.pod("proxy", "eth0 10.0.3.5/24")
        .rules(
            "*nat\n:OUTPUT ACCEPT [0:0]\n-A OUTPUT -p tcp -m owner ! --uid-owner 1337"
                + " -j REDIRECT --to-ports 15001\nCOMMIT\n")
        .runs("app", 1000)
        .runs("envoy", 1337, "15001")
        .proxying("15001", new Onward.OriginalEndpoint(), Source.CHOSEN);

    assertThat(all.walk("proxy/app -> web:80").hops().get(1))
        .startsWith("proxy: envoy for 15001, 10.0.3.5 to 10.0.2.5:80");
  }
}
