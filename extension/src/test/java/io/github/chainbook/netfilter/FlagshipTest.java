package io.github.chainbook.netfilter;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets of a pod with an Istio sidecar, on both back ends. */
class FlagshipTest {

  private static final List<String> RULES =
      List.of(
          "*nat",
          ":ISTIO_INBOUND - [0:0]",
          ":ISTIO_IN_REDIRECT - [0:0]",
          ":ISTIO_OUTPUT - [0:0]",
          ":ISTIO_REDIRECT - [0:0]",
          "-A PREROUTING -p tcp -j ISTIO_INBOUND",
          "-A OUTPUT -p tcp -j ISTIO_OUTPUT",
          "-A ISTIO_INBOUND -p tcp -m tcp --dport 15008 -j RETURN",
          "-A ISTIO_INBOUND -p tcp -m tcp --dport 15020 -j RETURN",
          "-A ISTIO_INBOUND -p tcp -j ISTIO_IN_REDIRECT",
          "-A ISTIO_IN_REDIRECT -p tcp -j REDIRECT --to-ports 15006",
          "-A ISTIO_OUTPUT -s 127.0.0.6/32 -o lo -j RETURN",
          "-A ISTIO_OUTPUT ! -d 127.0.0.1/32 -o lo -m owner --uid-owner 1337"
              + " -j ISTIO_IN_REDIRECT",
          "-A ISTIO_OUTPUT -o lo -m owner ! --uid-owner 1337 -j RETURN",
          "-A ISTIO_OUTPUT -m owner --uid-owner 1337 -j RETURN",
          "-A ISTIO_OUTPUT ! -d 127.0.0.1/32 -o lo -m owner --gid-owner 1337"
              + " -j ISTIO_IN_REDIRECT",
          "-A ISTIO_OUTPUT -o lo -m owner ! --gid-owner 1337 -j RETURN",
          "-A ISTIO_OUTPUT -m owner --gid-owner 1337 -j RETURN",
          "-A ISTIO_OUTPUT -d 127.0.0.1/32 -j RETURN",
          "-A ISTIO_OUTPUT -j ISTIO_REDIRECT",
          "-A ISTIO_REDIRECT -p tcp -j REDIRECT --to-ports 15001");

  private static final Lab SIDECAR = without("nothing");

  private static Lab without(String rule) {
    return Lab.rules(RULES.stream().filter(line -> !line.contains(rule)).toArray(String[]::new))
        .having("eth0", "10.0.0.9/24");
  }

  private static final String OUT = "outbound tcp 10.0.0.9:40000 > 10.50.0.7:80";
  private static final String OWN = "outbound tcp 10.0.0.9:40000 > 10.0.0.9:8080 out=lo";

  @Test
  void theAppsRequestsGoToTheProxy() {
    SIDECAR
        .send(OUT + " uid=1000 gid=1000")
        .passes()
        .rules("nat OUTPUT 1", "nat ISTIO_OUTPUT 9", "nat ISTIO_REDIRECT 1")
        .from("10.0.0.9:40000")
        .to("127.0.0.1:15001");
  }

  @Test
  void theProxysRequestsToItsOwnPodComeInAgain() {
    SIDECAR
        .send(OWN + " uid=1337 gid=1337")
        .passes()
        .rules("nat OUTPUT 1", "nat ISTIO_OUTPUT 2", "nat ISTIO_IN_REDIRECT 1")
        .to("127.0.0.1:15006");
  }

  @ParameterizedTest
  @CsvSource({
    "outbound tcp 127.0.0.1:40000 > 127.0.0.1:80 out=lo uid=1337 gid=1337, 4",
    "outbound tcp 10.0.0.9:40000 > 10.50.0.7:80 uid=1337 gid=1337, 4",
    "outbound tcp 10.0.0.9:40000 > 10.50.0.7:80 uid=1000 gid=1337, 7",
    "outbound tcp 10.0.0.9:40000 > 10.0.0.9:8080 out=lo uid=1000 gid=1000, 3",
    "outbound tcp 127.0.0.1:40000 > 127.0.0.1:80 out=lo uid=1000 gid=1000, 3",
    "outbound tcp 127.0.0.6:40000 > 10.0.0.9:8080 out=lo uid=1337 gid=1337, 1",
  })
  void othersReturnUntouched(String packet, int rule) {
    SIDECAR.send(packet).passes().rules("nat OUTPUT 1", "nat ISTIO_OUTPUT " + rule).nat("");
  }

  @Test
  void whatPeersSendGoesToTheProxyAtTheInterfacesAddress() {
    SIDECAR
        .send("inbound tcp 10.1.0.4:40000 > 10.0.0.9:8080")
        .passes()
        .rules("nat PREROUTING 1", "nat ISTIO_INBOUND 3", "nat ISTIO_IN_REDIRECT 1")
        .to("10.0.0.9:15006");
  }

  @Test
  void theProxysOwnPortsAreReturned() {
    SIDECAR
        .send("inbound tcp 10.1.0.4:40000 > 10.0.0.9:15020")
        .passes()
        .rules("nat PREROUTING 1", "nat ISTIO_INBOUND 2")
        .nat("");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1337, 0", "1337, 1337", "0, 1337", "1000, 1000"})
  void theGroupRulesOverLoAreDead(int user, int group) {
    // Rules 5 and 6 stand behind the user rules, which cover every packet over lo.
    String packet = OWN + " uid=" + user + " gid=" + group;
    SIDECAR
        .send(packet)
        .is(
            steps ->
                !steps.contains("nat ISTIO_OUTPUT 5") && !steps.contains("nat ISTIO_OUTPUT 6"));
  }

  /** What the book says of the first two rules of the way out: which is needed for what. */
  @Test
  void theFirstRulesKeepConnectionsFromTheirNeighbours() {
    without("-s 127.0.0.6/32")
        .send("outbound tcp 127.0.0.6:40000 > 10.0.0.9:8080 out=lo uid=1337 gid=1337")
        .passes()
        .rules("nat OUTPUT 1", "nat ISTIO_OUTPUT 1", "nat ISTIO_IN_REDIRECT 1")
        .to("127.0.0.1:15006");
    without("-o lo -m owner --uid-owner 1337")
        .send(OWN + " uid=1337 gid=1337")
        .passes()
        .rules("nat OUTPUT 1", "nat ISTIO_OUTPUT 3")
        .nat("");
  }
}
