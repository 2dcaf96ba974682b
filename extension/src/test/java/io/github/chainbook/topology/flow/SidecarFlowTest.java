package io.github.chainbook.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Proxy.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example of the guide: two pods with a sidecar each. */
class SidecarFlowTest {

  private static final String FLOW = "client/curl -> fortio-server:8080 -> fortio-server-l2:8080";

  private static String sidecar() throws IOException {
    return Files.readString(Path.of("../content/dumps/fortio-server/iptables-save.txt"));
  }

  private static Deployment pods(String rules) {
    Deployment pods = new Deployment().pod("client", "eth0 10.244.1.7/24").runs("curl", 0);
    pods.pod("fortio-server", "eth0 10.244.2.5/24");
    withSidecar(pods, rules, 1337);
    pods.pod("fortio-server-l2", "eth0 10.244.3.9/24");
    withSidecar(pods, rules, 1337);
    return pods.service("fortio-server-l2", "10.96.14.7", "fortio-server-l2");
  }

  private static void withSidecar(Deployment pods, String rules, int user) {
    pods.rules(rules)
        .runs("app", 1000, "8080")
        .runs("envoy", user, "15001", "15006", "15021", "15090")
        .proxying("15006", Deployment.ORIGINAL, Deployment.from("127.0.0.6"))
        .proxying("15001", Deployment.ORIGINAL, Source.CHOSEN);
  }

  @Test
  void passesBothSidecars() throws IOException {
    Walked walked = pods(sidecar()).walk(FLOW);

    assertThat(walked.hops())
        .containsExactly(
            "client: curl, 10.244.1.7 to 10.244.2.5:8080 |  | "
                + "eth0 from 10.244.1.7 to 10.244.2.5:8080",
            "fortio-server: eth0, 10.244.1.7 to 10.244.2.5:8080 | ISTIO_IN_REDIRECT 1 | "
                + "envoy 15006 at 10.244.2.5:15006",
            "fortio-server: envoy for 15006, 127.0.0.6 to 10.244.2.5:8080 | ISTIO_OUTPUT 1 | "
                + "app 8080 at 10.244.2.5:8080",
            "fortio-server: app, 10.244.2.5 to 10.96.14.7:8080 | ISTIO_REDIRECT 1 | "
                + "envoy 15001 at 127.0.0.1:15001",
            "fortio-server: envoy for 15001, 10.244.2.5 to 10.96.14.7:8080 | ISTIO_OUTPUT 4 | "
                + "eth0 from 10.244.2.5 to 10.96.14.7:8080",
            "fortio-server-l2: eth0 by fortio-server-l2, 10.244.2.5 to 10.244.3.9:8080 | "
                + "ISTIO_IN_REDIRECT 1 | envoy 15006 at 10.244.3.9:15006",
            "fortio-server-l2: envoy for 15006, 127.0.0.6 to 10.244.3.9:8080 | ISTIO_OUTPUT 1 | "
                + "app 8080 at 10.244.3.9:8080");
    assertThat(walked.walk().hops()).extracting(Hop::leg).containsExactly(1, 1, 1, 2, 2, 2, 2);
    assertThat(walked.end())
        .isEqualTo("arrives in fortio-server-l2: app gets it at 10.244.3.9:8080");
    assertThat(walked.problems()).isEmpty();
  }

  @Test
  void isRefusedWhereNobodyListensAtTheRedirectsPort() throws IOException {
    Walked walked = pods(sidecar().replace("--to-ports 15006", "--to-ports 15007")).walk(FLOW);

    assertThat(walked.hops()).hasSize(2);
    assertThat(walked.ending()).isEqualTo(Flow.Ending.REFUSED);
    assertThat(walked.problems())
        .containsExactly(
            "topology:1:1: error: flow 1 '"
                + FLOW
                + "' is to arrive, but is refused at step 2 in "
                + "fortio-server: nobody listens at 10.244.2.5:15007; PREROUTING: nat PREROUTING 1, "
                + "ISTIO_INBOUND 6, ISTIO_IN_REDIRECT 1 (destination 10.244.2.5:8080 to "
                + "10.244.2.5:15007); INPUT: nat policy ACCEPT [flow-ends]");
  }

  @Test
  void loopsWhereTheProxyRunsAsAnotherUser() throws IOException {
    Deployment pods = new Deployment().pod("client", "eth0 10.244.1.7/24").runs("curl", 0);
    pods.pod("fortio-server", "eth0 10.244.2.5/24");
    withSidecar(pods, sidecar(), 1000);

    Walked walked = pods.walk("fortio-server/app -> client:80");

    assertThat(walked.end())
        .isEqualTo("loops in fortio-server: envoy gets what it has sent itself, to 10.244.1.7:80");
    assertThat(walked.hops()).hasSize(2);
  }

  @Test
  void claimsHoldInTheLegsBesideThem() throws IOException {
    assertThat(
            pods(sidecar())
                .walk(
                    "client/curl -> fortio-server:8080 -> :15006 -> /app -> :15001"
                        + " -> fortio-server-l2/envoy:15006 -> fortio-server-l2:8080"
                        + " -> fortio-server-l2/app:8080")
                .problems())
        .isEmpty();
  }

  @Test
  void claimsInAnotherOrderDoNotHold() throws IOException {
    Walked walked =
        pods(sidecar())
            .walk("client/curl -> fortio-server:8080 -> /app -> :15021 -> fortio-server-l2:8080");

    assertThat(walked.problems())
        .containsExactly(
            "topology:1:46: error: flow 1 'client/curl -> fortio-server:8080 -> /app -> :15021 -> "
                + "fortio-server-l2:8080' does not come to ':15021' after what is claimed before "
                + "it: it is given to fortio-server/envoy:15006, then fortio-server/app:8080, then "
                + "fortio-server/envoy:15001, then fortio-server-l2/envoy:15006, then "
                + "fortio-server-l2/app:8080 [flow-claim]");
  }
}
