package io.github.chainbook.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.topology.Proxy.Onward;
import io.github.chainbook.topology.Proxy.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A container whose port 80 Docker publishes as the host's port 8080. */
class PublishedPortFlowTest {

  /** What Docker writes; the interface that the port is not published on is put in. */
  private static String docker(String where) {
    return """
        *nat
        :PREROUTING ACCEPT [0:0]
        :INPUT ACCEPT [0:0]
        :OUTPUT ACCEPT [0:0]
        :POSTROUTING ACCEPT [0:0]
        :DOCKER - [0:0]
        -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
        -A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
        -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
        -A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE
        -A DOCKER%s -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
        COMMIT
        *filter
        :INPUT ACCEPT [0:0]
        :FORWARD DROP [0:0]
        :OUTPUT ACCEPT [0:0]
        :DOCKER - [0:0]
        -A FORWARD -o docker0 -j DOCKER
        -A FORWARD -i docker0 -j ACCEPT
        -A DOCKER -d 172.17.0.2/32 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
        COMMIT
        """
        .formatted(where);
  }

  private static Deployment docker(boolean userlandProxy) {
    Deployment all = new Deployment();
    all.host("client", "eth0 192.0.2.9/24").runs("curl", 1000);
    all.host("host", "eth0 192.0.2.1/24", "docker0 172.17.0.1/16")
        .rules(docker(userlandProxy ? " ! -i docker0" : ""))
        .runs("shell", 1000);
    if (userlandProxy) {
      all.runs("docker-proxy", 0, "8080")
          .proxying(
              "8080", new Onward.To(FlowText.place("172.17.0.2:80", Map.of())), Source.CHOSEN);
    }
    all.has(io.github.chainbook.topology.Namespace.Kind.CONTAINER, "web", "eth0 172.17.0.2/16")
        .routes("default via 172.17.0.1 dev eth0")
        .runs("nginx", 0, "80")
        .runs("curl", 0);
    return all.link("client/eth0", "host/eth0").link("host/docker0", "web/eth0");
  }

  @Test
  void isTranslatedFromOutside() {
    Walked walked = docker(true).walk("client/curl -> 192.0.2.1:8080");

    assertThat(walked.hops())
        .containsExactly(
            "client: curl, 192.0.2.9 to 192.0.2.1:8080 |  | eth0 from 192.0.2.9 to 192.0.2.1:8080",
            "host: eth0, 192.0.2.9 to 192.0.2.1:8080 | DOCKER 1, DOCKER 1 | "
                + "docker0 from 192.0.2.9 to 172.17.0.2:80",
            "web: eth0, 192.0.2.9 to 172.17.0.2:80 |  | nginx 80 at 172.17.0.2:80");
  }

  @Test
  void isTranslatedFromTheHostItself() {
    assertThat(docker(false).walk("host/shell -> 192.0.2.1:8080").hops())
        .containsExactly(
            "host: shell, 192.0.2.1 to 192.0.2.1:8080 | DOCKER 1 | "
                + "docker0 from 192.0.2.1 to 172.17.0.2:80",
            "web: eth0, 192.0.2.1 to 172.17.0.2:80 |  | nginx 80 at 172.17.0.2:80");
  }

  @Test
  void goesThroughTheProxyFromLoopback() {
    assertThat(docker(true).walk("host/shell -> 127.0.0.1:8080").hops())
        .containsExactly(
            "host: shell, 127.0.0.1 to 127.0.0.1:8080 |  | docker-proxy 8080 at 127.0.0.1:8080",
            "host: docker-proxy for 8080, 172.17.0.1 to 172.17.0.2:80 |  | "
                + "docker0 from 172.17.0.1 to 172.17.0.2:80",
            "web: eth0, 172.17.0.1 to 172.17.0.2:80 |  | nginx 80 at 172.17.0.2:80");
  }

  @Test
  void hairpinIsMasqueraded() {
    assertThat(docker(false).walk("web/curl -> 192.0.2.1:8080").hops())
        .containsExactly(
            "web: curl, 172.17.0.2 to 192.0.2.1:8080 |  | eth0 from 172.17.0.2 to 192.0.2.1:8080",
            "host: docker0, 172.17.0.2 to 192.0.2.1:8080 | DOCKER 1, POSTROUTING 2, DOCKER 1 | "
                + "docker0 from 172.17.0.1 to 172.17.0.2:80",
            "web: eth0, 172.17.0.1 to 172.17.0.2:80 |  | nginx 80 at 172.17.0.2:80");
  }

  @Test
  void hairpinGoesThroughTheProxyWhereTheRuleLeavesTheBridgeOut() {
    assertThat(docker(true).walk("web/curl -> 192.0.2.1:8080").hops())
        .containsExactly(
            "web: curl, 172.17.0.2 to 192.0.2.1:8080 |  | eth0 from 172.17.0.2 to 192.0.2.1:8080",
            "host: docker0, 172.17.0.2 to 192.0.2.1:8080 | PREROUTING 1 | docker-proxy 8080 at 192.0.2.1:8080",
            "host: docker-proxy for 8080, 172.17.0.1 to 172.17.0.2:80 |  | "
                + "docker0 from 172.17.0.1 to 172.17.0.2:80",
            "web: eth0, 172.17.0.1 to 172.17.0.2:80 |  | nginx 80 at 172.17.0.2:80");
  }

  @Test
  void hairpinWithoutMasqueradeIsNotTaken() {
    Deployment all = docker(false);
    all.host("host", "eth0 192.0.2.1/24", "docker0 172.17.0.1/16")
        .rules(
            docker("")
                .replace(
                    "-A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 80"
                        + " -j MASQUERADE\n",
                    ""));

    Walked walked = all.walk("web/curl -> 192.0.2.1:8080");

    assertThat(walked.end())
        .isEqualTo(
            "lost in web: no route leads there, or its addresses may not be; its source is an "
                + "address of the namespace itself");
    assertThat(walked.hops()).hasSize(3);
    assertThat(walked.hops().get(2)).startsWith("web: eth0, 172.17.0.2 to 172.17.0.2:80");
  }

  @Test
  void containersOfABridgeHearEachOther() {
    Deployment all = docker(true);
    all.has(io.github.chainbook.topology.Namespace.Kind.CONTAINER, "db", "eth0 172.17.0.3/16")
        .routes("default via 172.17.0.1 dev eth0")
        .runs("psql", 0);
    all.link("db/eth0", "web/eth0", "host/docker0");

    assertThat(all.walk("db/psql -> web:80").hops())
        .containsExactly(
            "db: psql, 172.17.0.3 to 172.17.0.2:80 |  | eth0 from 172.17.0.3 to 172.17.0.2:80",
            "web: eth0, 172.17.0.3 to 172.17.0.2:80 |  | nginx 80 at 172.17.0.2:80");
  }
}
