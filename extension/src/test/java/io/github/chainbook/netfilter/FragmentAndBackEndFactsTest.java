package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;

/** Fragments, and where the nft back end differs; each test says one fact of the kernel. */
class FragmentAndBackEndFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";
  private static final String LATER = "forward tcp 10.0.0.9 > 10.50.0.7 out=eth1 frag=80 len=40";

  @Test
  void fragmentsAreHeldBeforeRawWhereConntrackIsActive() {
    Lab.rules("*raw", "-A PREROUTING", "*filter", "-A FORWARD -m conntrack --ctstate NEW")
        .send(LATER)
        .drops()
        .steps();
  }

  @Test
  void fragmentsAreHeldWhereTproxyIsActive() {
    Lab.rules("*mangle", "-A PREROUTING -p udp -j TPROXY --on-port 5").send(LATER).drops().steps();
  }

  @Test
  void fragmentsMatchInPreroutingAndForwardElse() {
    Lab.rules("*raw", "-A PREROUTING -f", "*filter", "-A FORWARD -f")
        .send(LATER)
        .passes()
        .rules("raw PREROUTING 1", "filter FORWARD 1");
  }

  @Test
  void laterFragmentsHaveNoPorts() {
    Lab.rules(
            "*filter",
            "-A FORWARD -p tcp -m tcp --dport 80 -j DROP",
            "-A FORWARD -p tcp -m tcp ! --dport 80 -j DROP")
        .with(Backend.LEGACY)
        .send(LATER)
        .passes()
        .rules();
  }

  @Test
  void nftNegatesTwoSinglePortsTogether() {
    Lab lab = Lab.rules("*filter", "-A INPUT -p tcp -m tcp ! --sport 40000 ! --dport 81 -j DROP");
    lab.with(Backend.NFT).send(IN).drops();
    lab.with(Backend.LEGACY).send(IN).passes();
  }

  @Test
  void nftTakesTheNegatedRangeOfAllPortsAsAll() {
    Lab lab = Lab.rules("*filter", "-A INPUT -p tcp -m tcp ! --dport 0:65535 -j DROP");
    lab.with(Backend.NFT).send(IN).drops();
    lab.with(Backend.LEGACY).send(IN).passes();
  }
}
