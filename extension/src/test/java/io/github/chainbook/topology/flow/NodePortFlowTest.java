package io.github.chainbook.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.topology.Flow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two nodes on which kube-proxy has put a service with a node port on a pod of each. */
class NodePortFlowTest {

  private static final String KUBE_PROXY =
      """
      *nat
      :PREROUTING ACCEPT [0:0]
      :INPUT ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      :POSTROUTING ACCEPT [0:0]
      :KUBE-EXT-WEB - [0:0]
      :KUBE-MARK-MASQ - [0:0]
      :KUBE-NODEPORTS - [0:0]
      :KUBE-POSTROUTING - [0:0]
      :KUBE-SEP-A - [0:0]
      :KUBE-SEP-B - [0:0]
      :KUBE-SERVICES - [0:0]
      :KUBE-SVC-WEB - [0:0]
      -A PREROUTING -j KUBE-SERVICES
      -A OUTPUT -j KUBE-SERVICES
      -A POSTROUTING -j KUBE-POSTROUTING
      -A KUBE-SERVICES -d 10.96.0.20/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-WEB
      -A KUBE-SERVICES -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS
      -A KUBE-NODEPORTS -p tcp -m tcp --dport 30080 -j KUBE-EXT-WEB
      -A KUBE-EXT-WEB -j KUBE-MARK-MASQ
      -A KUBE-EXT-WEB -j KUBE-SVC-WEB
      -A KUBE-SVC-WEB ! -s 10.244.0.0/16 -d 10.96.0.20/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ
      -A KUBE-SVC-WEB -m statistic --mode random --probability 0.50000000000 -j KUBE-SEP-A
      -A KUBE-SVC-WEB -j KUBE-SEP-B
      -A KUBE-SEP-A -s 10.244.1.2/32 -j KUBE-MARK-MASQ
      -A KUBE-SEP-A -p tcp -m tcp -j DNAT --to-destination 10.244.1.2:8080
      -A KUBE-SEP-B -s 10.244.2.3/32 -j KUBE-MARK-MASQ
      -A KUBE-SEP-B -p tcp -m tcp -j DNAT --to-destination 10.244.2.3:8080
      -A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000
      -A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN
      -A KUBE-POSTROUTING -j MARK --set-xmark 0x4000/0x0
      -A KUBE-POSTROUTING -j MASQUERADE --random-fully
      COMMIT
      *filter
      :INPUT ACCEPT [0:0]
      :FORWARD DROP [0:0]
      :OUTPUT ACCEPT [0:0]
      -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
      -A FORWARD -d 10.244.0.0/16 -j ACCEPT
      -A FORWARD -s 10.244.0.0/16 -j ACCEPT
      COMMIT
      """;

  private static Deployment cluster() {
    Deployment all = new Deployment();
    all.host("client", "eth0 192.168.50.9/24").runs("curl", 1000);
    all.host("node-1", "eth0 192.168.50.1/24", "cni0 10.244.1.1/24")
        .on("one")
        .routes("10.244.2.0/24 via 192.168.50.2", "default via 192.168.50.254 dev eth0")
        .rules(KUBE_PROXY);
    all.host("node-2", "eth0 192.168.50.2/24", "cni0 10.244.2.1/24")
        .on("two")
        .routes("10.244.1.0/24 via 192.168.50.1", "default via 192.168.50.254 dev eth0")
        .rules(KUBE_PROXY);
    all.pod("web-a", "eth0 10.244.1.2/24")
        .on("one")
        .routes("default via 10.244.1.1 dev eth0")
        .runs("nginx", 101, "8080");
    all.pod("web-b", "eth0 10.244.2.3/24")
        .on("two")
        .routes("default via 10.244.2.1 dev eth0")
        .runs("nginx", 101, "8080");
    return all.service("web", "10.96.0.20", "web-a:8080", "web-b:8080")
        .link("client/eth0", "node-1/eth0", "node-2/eth0")
        .link("node-1/cni0", "web-a/eth0")
        .link("node-2/cni0", "web-b/eth0");
  }

  @Test
  void partsBetweenTheEndpointsOfBothNodes() {
    Walked walked = cluster().walk("client/curl -> node-1:30080");

    assertThat(walked.walk().ways()).hasSize(2);
    assertThat(walked.hops(0))
        .containsExactly(
            "client: curl, 192.168.50.9 to 192.168.50.1:30080 |  | "
                + "eth0 from 192.168.50.9 to 192.168.50.1:30080",
            "node-1: eth0, 192.168.50.9 to 192.168.50.1:30080 | KUBE-SEP-A 2, KUBE-POSTROUTING 3, "
                + "FORWARD 2 | cni0 from 10.244.1.1 to 10.244.1.2:8080",
            "web-a: eth0, 10.244.1.1 to 10.244.1.2:8080 |  | nginx 8080 at 10.244.1.2:8080");
    assertThat(walked.hops(1))
        .containsExactly(
            "client: curl, 192.168.50.9 to 192.168.50.1:30080 |  | "
                + "eth0 from 192.168.50.9 to 192.168.50.1:30080",
            "node-1: eth0, 192.168.50.9 to 192.168.50.1:30080 | KUBE-SEP-B 2, KUBE-POSTROUTING 3, "
                + "FORWARD 2 | eth0 from 192.168.50.1 to 10.244.2.3:8080",
            "node-2: eth0, 192.168.50.1 to 10.244.2.3:8080 | FORWARD 2 | "
                + "cni0 from 192.168.50.1 to 10.244.2.3:8080",
            "web-b: eth0, 192.168.50.1 to 10.244.2.3:8080 |  | nginx 8080 at 10.244.2.3:8080");
    for (Way way : walked.walk().ways()) {
      assertThat(way.share().orElseThrow()).isCloseTo(0.5, within(1e-6));
    }
    assertThat(walked.conditions())
        .allSatisfy(all -> assertThat(all).singleElement().asString().endsWith(" in node-1"));
    assertThat(walked.problems()).isEmpty();
  }

  @Test
  void losesOneHopOfItsTimeToLiveAtEachNode() {
    FlowWalk walk = cluster().walk("client/curl -> node-1:30080").walk();

    assertThat(walk.hopsOf(walk.ways().get(1)))
        .extracting(hop -> hop.trace().last().ttl())
        .containsExactly(64, 63, 62, 62);
    assertThat(walk.hopsOf(walk.ways().get(1)))
        .extracting(
            hop -> hop.packet().numbers().get(io.github.chainbook.xtables.packet.Field.MARK))
        .containsOnly(0L);
  }

  @Test
  void aPodsConnectionToTheServiceIsResolvedByItsNode() {
    Walked walked = cluster().walk("web-a/nginx -> web:80");

    // To itself only with another source: the node's rules see to that.
    assertThat(walked.hops(0).get(1))
        .isEqualTo(
            "node-1: cni0, 10.244.1.2 to 10.96.0.20:80 | KUBE-SEP-A 2, KUBE-POSTROUTING 3, "
                + "FORWARD 2 | cni0 from 10.244.1.1 to 10.244.1.2:8080");
    assertThat(walked.ends())
        .containsExactly(
            "arrives in web-a: nginx gets it at 10.244.1.2:8080",
            "arrives in web-b: nginx gets it at 10.244.2.3:8080");
    assertThat(walked.hops(1).get(1)).endsWith("eth0 from 10.244.1.2 to 10.244.2.3:8080");
  }

  @Test
  void whereOneOfTheWaysFailsTheFlowFails() {
    Deployment cluster = cluster();
    cluster.pod("web-b", "eth0 10.244.2.3/24").runs("nginx", 101, "80");

    Walked walked = cluster.walk("client/curl -> node-1:30080");

    assertThat(walked.ends())
        .containsExactly(
            "arrives in web-a: nginx gets it at 10.244.1.2:8080",
            "refused in web-b: nobody listens at 10.244.2.3:8080");
    assertThat(walked.problems())
        .singleElement()
        .asString()
        .contains(
            "is refused at step 6 in web-b: nobody listens at 10.244.2.3:8080, if -m statistic")
        .contains("does not hold in node-1; in node-2: PREROUTING: nat");
  }

  @Test
  void aClaimMustHoldOnAllWays() {
    Walked walked = cluster().walk("client/curl -> node-1:30080 -> web-a/nginx");

    assertThat(walked.problems())
        .singleElement()
        .asString()
        .contains("does not come to 'web-a/nginx', if -m statistic")
        .contains("it is given to web-b/nginx:8080");
  }

  @Test
  void aServiceThatNoRuleKnowsIsResolvedBehindTheSender() {
    Deployment pods = new Deployment().pod("client", "eth0 10.244.1.7/24").runs("curl", 0);
    pods.pod("a", "eth0 10.244.1.2/24").runs("web", 0, "8080");
    pods.pod("b", "eth0 10.244.2.3/24").runs("web", 0, "9090");
    pods.service("web", "10.96.0.20", "a:8080", "b:9090");

    Walked walked = pods.walk("client/curl -> web:80");

    assertThat(walked.ends())
        .containsExactly(
            "arrives in a: web gets it at 10.244.1.2:8080",
            "arrives in b: web gets it at 10.244.2.3:9090");
    assertThat(walked.conditions())
        .containsExactly(
            List.of("service web chooses 10.244.1.2:8080"),
            List.of("service web chooses 10.244.2.3:9090"));
    assertThat(walked.walk().hops()).hasSize(3);
  }

  @Test
  void anEndpointOutsideIsAWayThatLeaves() {
    Deployment pods = new Deployment().pod("client", "eth0 10.244.1.7/24").runs("curl", 0);
    pods.pod("a", "eth0 10.244.1.2/24").runs("web", 0, "8080");
    pods.service("web", "10.96.0.20", "a:8080", "203.0.113.7:443");

    assertThat(pods.walk("client/curl -> web:80").ends())
        .containsExactly(
            "arrives in a: web gets it at 10.244.1.2:8080",
            "leaves in client: no namespace has 203.0.113.7");
  }

  @Test
  void anExpectedEndIsNoProblem() {
    Walked walked =
        cluster()
            .flow(
                "client/curl -> node-1:30080",
                Protocols.UDP,
                new Flow.Expected(Flow.Ending.REFUSED, Optional.of("node-1")))
            .walk();

    assertThat(walked.end())
        .isEqualTo("refused in node-1: nobody listens at 192.168.50.1:30080 (UDP)");
    assertThat(walked.problems()).isEmpty();
  }
}
