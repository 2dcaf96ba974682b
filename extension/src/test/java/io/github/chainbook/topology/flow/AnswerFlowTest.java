package io.github.chainbook.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Namespace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows whose first packet arrives, and whose answer does or does not. */
class AnswerFlowTest {

  private static final String FLOW = "client/curl -> server:80";

  private static String filter(String... rules) {
    return "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
        + String.join("\n", rules)
        + "\nCOMMIT\n";
  }

  private static Deployment withClient(String... rules) {
    Deployment all = new Deployment().pod("server", "eth0 10.0.2.5/24").runs("app", 1000, "80");
    return all.pod("client", "eth0 10.0.1.7/24").runs("curl", 0).rules(filter(rules));
  }

  @Test
  void anAnswerThatARuleDropsIsShownUpToThere() {
    Walked walked = withClient("-A INPUT -i eth0 -j DROP").walk(FLOW);

    assertThat(walked.hops())
        .containsExactly(
            "client: curl, 10.0.1.7 to 10.0.2.5:80 |  | eth0 from 10.0.1.7 to 10.0.2.5:80",
            "server: eth0, 10.0.1.7 to 10.0.2.5:80 |  | app 80 at 10.0.2.5:80",
            "server: app answers, 10.0.2.5 to 10.0.1.7:* |  | eth0 from 10.0.2.5 to 10.0.1.7:*",
            "client: eth0, 10.0.2.5 to 10.0.1.7:* | INPUT 1 | end");
    assertThat(walked.end())
        .isEqualTo(
            "dropped in client: the answer does not come back: "
                + "rule 1 of INPUT in table filter drops it");
    assertThat(walked.problems())
        .containsExactly(
            "topology:1:1: error: flow 1 'client/curl -> server:80' is to arrive, but is dropped at "
                + "step 4 in client: the answer does not come back: rule 1 of INPUT in table filter "
                + "drops it; INPUT: filter INPUT 1 [flow-ends]");
  }

  @Test
  void thatMayBeExpected() {
    Flow.Expected dropped = new Flow.Expected(Ending.DROPPED, Optional.of("client"));
    Deployment all = withClient("-A INPUT -i eth0 -j DROP");
    assertThat(all.flow(FLOW + " -> /app:80", Protocols.TCP, dropped).walk().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT",
        "-A INPUT -m conntrack ! --ctstate INVALID --ctdir REPLY -j ACCEPT",
        "-A INPUT -m conntrack --ctstatus SEEN_REPLY -j ACCEPT",
        "-A INPUT -s 10.0.2.5 -p tcp -m tcp --sport 80 --tcp-flags SYN,ACK SYN,ACK -j ACCEPT",
        "-A INPUT -m limit --limit 1/min -j LOG\n-A INPUT -m state --state ESTABLISHED -j ACCEPT"
      })
  void anAnswerThatComesBackIsNotShown(String rule) {
    Walked walked = withClient(rule, "-A INPUT -j DROP").walk(FLOW);
    assertThat(walked.end()).isEqualTo("arrives in server: app gets it at 10.0.2.5:80");
    assertThat(walked.hops()).hasSize(2);
  }

  @Test
  void theFirstAnswerIsNoAssuredConnection() {
    Walked walked =
        withClient("-A INPUT -m conntrack --ctstatus ASSURED -j ACCEPT", "-A INPUT -j DROP")
            .walk(FLOW);
    assertThat(walked.end()).contains("rule 2 of INPUT in table filter drops it");
  }

  @Test
  void whatMayBecomeOfItAreWays() {
    Walked walked =
        withClient("-A INPUT -m limit --limit 1/min -j ACCEPT", "-A INPUT -j DROP").walk(FLOW);
    assertThat(walked.ends())
        .containsExactly(
            "arrives in server: app gets it at 10.0.2.5:80",
            "dropped in client: the answer does not come back: "
                + "rule 2 of INPUT in table filter drops it");
    assertThat(walked.conditions())
        .containsExactly(
            List.of("-m limit --limit 1/min holds in client"),
            List.of("-m limit --limit 1/min does not hold in client"));
    assertThat(walked.hops(0)).hasSize(2);
    assertThat(walked.hops(1)).hasSize(4);
  }

  @Test
  void aPortThatTheFirstPacketHadIsTheAnswersToo() {
    Deployment all = withClient();
    all.pod("server", "eth0 10.0.2.5/24")
        .rules(
            filter(
                "-A INPUT -p tcp -m tcp --sport 1024:65535 -j ACCEPT",
                "-A INPUT -j DROP",
                "-A OUTPUT -p tcp -m tcp --dport 1024:65535 -j ACCEPT",
                "-A OUTPUT -j DROP"))
        .runs("app", 1000, "80");
    assertThat(all.walk(FLOW).ends())
        .containsExactly(
            "arrives in server: app gets it at 10.0.2.5:80",
            "dropped in server: rule 2 of INPUT in table filter drops it");
  }

  @Test
  void theAnswerBelongsToWhoListens() {
    Deployment all = withClient();
    all.pod("server", "eth0 10.0.2.5/24")
        .rules(filter("-A OUTPUT -m owner --uid-owner 1000 -j REJECT"))
        .runs("app", 1000, "80");
    assertThat(all.walk(FLOW).end())
        .isEqualTo(
            "rejected in server: the answer does not come back: rule 1 of OUTPUT in table filter "
                + "rejects it with icmp-port-unreachable");
  }

  @Test
  void aServiceIsItselfAgainForWhoAsked() {
    Deployment all =
        withClient(
            "-A INPUT -m conntrack --ctstate ESTABLISHED -s 10.96.0.9 -j ACCEPT",
            "-A INPUT -j DROP");
    all.service("web", "10.96.0.9", "server:80");
    assertThat(all.walk("client/curl -> web:80").ending()).isEqualTo(Ending.ARRIVES);
  }

  @Test
  void nothingFollowsAConnectionThatDoesNotComeAbout() {
    Deployment all = withClient("-A INPUT -j DROP");
    all.pod("last", "eth0 10.0.3.5/24").runs("db", 26, "5432");
    assertThat(all.walk(FLOW + " -> last:5432").hops())
        .noneMatch(hop -> hop.startsWith("last"))
        .hasSize(4);
  }

  @Test
  void aDatagramMayHaveNone() {
    Deployment all = withClient("-A INPUT -j DROP");
    all.pod("server", "eth0 10.0.2.5/24").runs("dns", 53, "53/udp");
    Walked walked =
        all.flow("client/curl -> server:53", Protocols.UDP, Flow.Expected.ARRIVES).walk();
    assertThat(walked.ending()).isEqualTo(Ending.ARRIVES);
  }

  private static Deployment docker(String filtersBridges) {
    Deployment all = new Deployment();
    all.host("host", "eth0 192.0.2.1/24", "docker0 172.17.0.1/16")
        .sysctl("net.bridge.bridge-nf-call-iptables", filtersBridges)
        .rules(
            """
            *nat
            :PREROUTING ACCEPT [0:0]
            :INPUT ACCEPT [0:0]
            :OUTPUT ACCEPT [0:0]
            :POSTROUTING ACCEPT [0:0]
            -A PREROUTING -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
            COMMIT
            """);
    for (int i = 2; i <= 3; i++) {
      all.has(Namespace.Kind.CONTAINER, "c" + i, "eth0 172.17.0." + i + "/16")
          .routes("default via 172.17.0.1 dev eth0")
          .runs("app", 0, "80");
    }
    return all.link("host/docker0", "c2/eth0", "c3/eth0");
  }

  @Test
  void anAnswerThatGoesRoundTheTranslationIsNobodys() {
    Walked walked = docker("0").walk("c3/app -> 192.0.2.1:8080");
    assertThat(walked.end())
        .isEqualTo(
            "lost in c3: the answer does not come back: it comes from 172.17.0.2:80, and not from "
                + "192.0.2.1:8080; it went round host, which would have undone what rule 1 of "
                + "PREROUTING in table nat did (step 2)");
    assertThat(walked.hops()).hasSize(5).endsWith("c3: eth0, 172.17.0.2 to 172.17.0.3:* |  | end");
  }

  @Test
  void aBridgeThatShowsItsRulesWhatItPassesOnUndoesIt() {
    assertThat(docker("1").walk("c3/app -> 192.0.2.1:8080").ending()).isEqualTo(Ending.ARRIVES);
  }

  @Test
  void anotherRouterThatHasNotSeenTheConnectionSaysSo() {
    Deployment all = new Deployment();
    all.host("client", "eth0 10.1.0.7/24").routes("default via 10.1.0.1 dev eth0").runs("curl", 0);
    all.host("out", "eth0 10.1.0.1/24", "eth1 10.2.0.1/24");
    all.host("back", "eth0 10.1.0.2/24", "eth1 10.2.0.2/24")
        .rules(filter("-A FORWARD -m conntrack --ctstate INVALID -j DROP"));
    all.host("server", "eth0 10.2.0.5/24")
        .routes("default via 10.2.0.2 dev eth0")
        .runs("app", 33, "80");
    all.link("client/eth0", "out/eth0", "back/eth0").link("server/eth0", "out/eth1", "back/eth1");
    assertThat(all.walk(FLOW).end())
        .isEqualTo(
            "dropped in back: the answer does not come back: rule 1 of FORWARD in table filter drops"
                + " it; the first packet did not come through back");
  }

  @Test
  void anAnswerThatNobodyIsThereFor() {
    Deployment all = withClient();
    all.pod("server", "eth0 10.0.2.5/24")
        .routes("default via 10.0.2.1 dev eth0")
        .runs("app", 1000, "80");
    all.host("router", "eth0 10.0.2.1/24").routes("default via 203.0.113.1 dev eth0");
    assertThat(all.walk(FLOW).end()).startsWith("arrives in server");

    all.pod("server", "eth0 10.0.2.5/24").routes("10.9.0.0/16 dev eth0").runs("app", 1000, "80");
    assertThat(all.walk(FLOW).end())
        .isEqualTo("lost in server: the answer does not come back: no route leads there");
  }
}
