package io.github.chainbook.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Connections that a helper announced; each test says one fact of the kernel. The answers are those
 * of TFTP over {@code lo}, since the harness makes no such connections.
 */
class HelperFactsTest {

  private static final String DATA = "inbound udp 10.0.0.9:6000 > 10.0.0.1:5000";

  @Test
  void relatedCoversTheFlowsOfHelpers() {
    Lab.rules(
            "*filter",
            "-A INPUT -m conntrack --ctstate NEW",
            "-A INPUT -m conntrack --ctstate RELATED",
            "-A INPUT -m conntrack --ctstatus EXPECTED")
        .inBothFamilies()
        .send(DATA + " ct=related")
        .rules("filter INPUT 2", "filter INPUT 3");
  }

  @Test
  void theFirstPacketOfAHelpersConnectionSeesNat() {
    Lab.rules(
            "*nat",
            "-A PREROUTING -m conntrack --ctstate RELATED",
            "-A PREROUTING -p udp -j DNAT --to-destination 10.0.0.2",
            "-A INPUT -p udp -j SNAT --to-source 10.60.0.1")
        .inBothFamilies()
        .send(DATA + " ct=related")
        .rules("nat PREROUTING 1", "nat PREROUTING 2", "nat INPUT 1")
        .from("10.60.0.1:6000")
        .to("10.0.0.2:5000");
  }

  @Test
  void aNatPolicyDropDropsIt() {
    Lab.rules("*nat", ":PREROUTING DROP [0:0]", "-A PREROUTING -p tcp -j REDIRECT")
        .inBothFamilies()
        .send(DATA + " ct=related")
        .drops()
        .by("nat PREROUTING policy");
  }

  @Test
  void itsMarkIsThatOfTheConnectionThatAnnouncedIt() {
    Lab.rules("*filter", "-A INPUT -m connmark --mark 0x7")
        .inBothFamilies()
        .send(DATA + " ct=related ctmark=7")
        .rules("filter INPUT 1");
  }

  @Test
  void whichHelperItWasIsNotKnown() {
    Trace trace =
        Lab.rules("*filter", "-A INPUT -m helper --helper tftp -j DROP")
            .sendOpen(DATA + " ct=related");
    assertThat(Forks.of(trace))
        .containsExactly(
            "DROP: -m helper --helper tftp holds", "ACCEPT: -m helper --helper tftp does not hold");
  }

  @Test
  void noHelperAnnouncedOtherConnections() {
    Lab.rules("*filter", "-A INPUT -m helper --helper tftp", "-A INPUT -m helper ! --helper tftp")
        .inBothFamilies()
        .send(DATA)
        .rules("filter INPUT 2");
  }
}
