package io.github.chainbook.topology.capture;

import static io.github.chainbook.topology.capture.CaptureKind.ROUTES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteReaderTest {

  @Test
  void readsAllTablesAndLeavesOutWhatTheKernelMakesOfAddresses() {
    CapturedNamespace captured = Captures.read(ROUTES, Captures.file("routes.json"));
    assertThat(captured.routes().orElseThrow())
        .contains(
            "local default dev lo table 100",
            "throw 10.80.0.0/16 table 100",
            "default via 10.1.0.1 dev eth0 metric 100",
            "10.1.0.0/24 dev eth0 src 10.1.0.2",
            "10.5.0.0/24 dev eth0.5 src 10.5.0.1",
            "10.66.0.0/16 via 10.99.0.1 dev eth0 onlink",
            "blackhole 10.77.0.0/16",
            "unreachable 10.78.0.0/16 metric 7",
            "prohibit 10.79.0.1",
            "10.90.0.0/16 nexthop via 10.1.0.1 dev eth0 weight 2 nexthop via 10.5.0.9 dev eth0.5"
                + " weight 1",
            "10.92.0.0/16 dev eth0 src 10.1.0.3",
            "local 10.200.0.0/16 dev lo table local")
        .noneMatch(route -> route.contains("127.") || route.contains("broadcast"))
        .noneMatch(route -> route.contains("10.91.0.0"));
    assertThat(Captures.problems(captured))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("warning: the kernel shares"))
        .anyMatch(problem -> problem.contains("warning: left out: nothing here follows a gateway"));
  }

  @Test
  void thoseOfIpv6AreNamedSoThatTheirFamilyShows() {
    CapturedNamespace captured = Captures.read(ROUTES, Captures.file("routes6.json"));
    assertThat(captured.routes().orElseThrow())
        .contains(
            "local ::/0 dev lo table 100 metric 1024",
            "::/0 dev eth0 table 200 metric 1024",
            "blackhole 2001:db8:66::/48 metric 1024",
            "2001:db8:92::/48 via fe80::5 dev eth0 src 2001:db8:1::2 metric 50",
            "2001:db8:1::/64 dev eth0 metric 256",
            "::/0 via 2001:db8:1::1 dev eth0 metric 1024")
        .noneMatch(route -> route.contains("ff00") || route.contains("table local"));
    assertThat(captured.problems()).isEmpty();
  }

  @Test
  void aRouteThatTwoFilesHoldIsOne() {
    CapturedNamespace captured =
        Captures.read(ROUTES, Captures.file("routes6.json"), Captures.file("routes6.json"));
    assertThat(captured.routes().orElseThrow())
        .doesNotHaveDuplicates()
        .isEqualTo(Captures.read(ROUTES, Captures.file("routes6.json")).routes().orElseThrow());
  }

  @Test
  void noRoutesAreKnownToBeNone() {
    assertThat(Captures.read(ROUTES, Captures.file("bare-routes.json")).routes().orElseThrow())
        .isEmpty();
    assertThat(Captures.read(CaptureKind.ADDRESSES, "[]").routes()).isEmpty();
  }

  @Test
  void namesThatWouldBeFurtherWordsAreRefused() {
    CapturedNamespace captured =
        Captures.read(
            ROUTES,
            """
            [{"dst":"10.0.0.0/8","dev":"eth0 table 5"},
             {"dst":"10.0.0.0/8 via 1.2.3.4","dev":"eth0"},
             {"dst":"10.0.0.0/8","dev":"eth0","table":"5 onlink"},
             {"dst":"10.0.0.0/8","dev":"eth0","metric":4294967295},
             {"dst":"10.0.0.0/8","gateway":"gw","dev":"eth0"},
             {"type":"nat","dst":"10.0.0.0/8","dev":"eth0"},
             {"dst":"10.1.0.0/16","dev":"eth0","flags":["dead","linkdown"]},
             {"dst":"10.2.0.0/16","dev":"eth0","flags":["linkdown"]}]
            """);
    assertThat(captured.routes().orElseThrow()).containsExactly("10.2.0.0/16 dev eth0");
    assertThat(Captures.problems(captured))
        .containsExactly(
            "x:1:28: error: left out: expected the name of an interface in dev, not 'eth0 table 5'"
                + " [capture-entry]",
            "x:2:9: error: left out: expected where the route leads in dst: default or a network, not"
                + " '10.0.0.0/8 via 1.2.3.4' [capture-entry]",
            "x:3:43: error: left out: expected a table in table, not '5 onlink' [capture-entry]",
            "x:4:44: error: left out: expected a number up to 2147483647 in metric, not '4294967295'"
                + " [capture-entry]",
            "x:5:32: error: left out: expected an address in gateway, not 'gw' [capture-entry]",
            "x:6:10: error: left out: routes of type 'nat' are not known here [capture-entry]");
  }
}
