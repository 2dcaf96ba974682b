package io.github.chainbook.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.topology.Proxy.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sidecar to which TPROXY gives what comes in. */
class TransparentProxyFlowTest {

  private static final String RULES =
      """
      *mangle
      :PREROUTING ACCEPT [0:0]
      :INPUT ACCEPT [0:0]
      :FORWARD ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      :POSTROUTING ACCEPT [0:0]
      :ISTIO_DIVERT - [0:0]
      :ISTIO_INBOUND - [0:0]
      :ISTIO_TPROXY - [0:0]
      -A PREROUTING -p tcp -j ISTIO_INBOUND
      -A OUTPUT -o lo -p tcp -m owner --uid-owner 1337 -j CONNMARK --set-xmark 0x539
      -A OUTPUT -p tcp -m connmark --mark 0x539 -m owner ! --uid-owner 1337 -j CONNMARK --restore-mark
      -A ISTIO_DIVERT -j MARK --set-xmark 0x539/0xffffffff
      -A ISTIO_DIVERT -j ACCEPT
      -A ISTIO_INBOUND -p tcp -m mark --mark 0x539 -j RETURN
      -A ISTIO_INBOUND -s 127.0.0.6/32 -i lo -p tcp -j RETURN
      -A ISTIO_INBOUND -i lo -p tcp -m mark ! --mark 0x539 -j RETURN
      -A ISTIO_INBOUND -p tcp -m conntrack --ctstate RELATED,ESTABLISHED -j ISTIO_DIVERT
      -A ISTIO_INBOUND -p tcp -j ISTIO_TPROXY
      -A ISTIO_TPROXY ! -d 127.0.0.1/32 -p tcp -j TPROXY --on-port 15006 --on-ip 0.0.0.0 --tproxy-mark 0x539/0xffffffff
      COMMIT
      """;

  private static Deployment pods(Source source) {
    Deployment pods = new Deployment().pod("client", "eth0 10.244.1.7/24").runs("curl", 0);
    return pods.pod("server", "eth0 10.244.2.5/24")
        .rules(RULES)
        .ip("rule add fwmark 1337 lookup 133", "route add local default dev lo table 133")
        .runs("app", 1000, "8080")
        .runs("envoy", 1337, "15006")
        .proxying("15006", Deployment.ORIGINAL, source);
  }

  @Test
  void theTransparentProxyKeepsTheSource() {
    Walked walked = pods(Deployment.KEPT).walk("client/curl -> server:8080 -> :15006");

    assertThat(walked.hops())
        .containsExactly(
            "client: curl, 10.244.1.7 to 10.244.2.5:8080 |  | "
                + "eth0 from 10.244.1.7 to 10.244.2.5:8080",
            "server: eth0, 10.244.1.7 to 10.244.2.5:8080 | ISTIO_TPROXY 1 | "
                + "envoy 15006 at 10.244.2.5:8080",
            "server: envoy for 15006, 10.244.1.7 to 10.244.2.5:8080 | ISTIO_INBOUND 3 | "
                + "app 8080 at 10.244.2.5:8080");
    assertThat(walked.walk().hops().get(1).trace().taker())
        .isEqualTo(Optional.of(new Endpoint(FlowText.address("10.244.2.5").orElseThrow(), 15006)));
    assertThat(walked.problems()).isEmpty();
  }

  @Test
  void orTakesAnother() {
    assertThat(pods(Deployment.from("127.0.0.6")).walk("client/curl -> server:8080").hops().get(2))
        .isEqualTo(
            "server: envoy for 15006, 127.0.0.6 to 10.244.2.5:8080 | ISTIO_INBOUND 2 | "
                + "app 8080 at 10.244.2.5:8080");
  }

  @Test
  void aSocketOfAnotherPortIsNoneForIt() {
    Deployment pods = pods(Source.CHOSEN);
    pods.pod("server", "eth0 10.244.2.5/24").rules(RULES).runs("app", 1000, "8080");

    assertThat(pods.walk("client/curl -> server:8080").end())
        .isEqualTo(
            "dropped in server: rule 1 of ISTIO_TPROXY in table mangle drops it, as no socket "
                + "listens for it");
  }

  @Test
  void whereListenersAreNotKnownBothAreFollowed() {
    Deployment pods = pods(Source.CHOSEN);
    pods.pod("server", "eth0 10.244.2.5/24").rules(RULES).withUnknownProcesses();

    assertThat(pods.walk("client/curl -> server:8080").ends())
        .containsExactly(
            "unknown in server: nothing is said of who listens in server",
            "dropped in server: rule 1 of ISTIO_TPROXY in table mangle drops it, as no socket "
                + "listens for it");
  }

  @Test
  void aPacketThatIsForAnotherMachineIsTakenToo() {
    Deployment all = new Deployment().pod("client", "eth0 10.0.0.7/24").runs("curl", 0);
    all.routes("default via 10.0.0.1 dev eth0");
    all.host("router", "eth0 10.0.0.1/24")
        .rules(
            """
            *mangle
            :PREROUTING ACCEPT [0:0]
            -A PREROUTING -p tcp -m tcp --dport 80 -j TPROXY --on-port 3128 --on-ip 127.0.0.1 --tproxy-mark 0x1/0x1
            COMMIT
            """)
        .ip("rule add fwmark 1 lookup 100", "route add local 0.0.0.0/0 dev lo table 100")
        .runs("squid", 13, "127.0.0.1:3128");

    assertThat(all.walk("client/curl -> 203.0.113.5:80").hops().get(1))
        .isEqualTo(
            "router: eth0, 10.0.0.7 to 203.0.113.5:80 | PREROUTING 1 | "
                + "squid 127.0.0.1:3128 at 203.0.113.5:80");
  }
}
