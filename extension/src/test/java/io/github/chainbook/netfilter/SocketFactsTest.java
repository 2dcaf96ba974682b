package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code -m socket} finds after a connection's first packet has come to a listener. */
class SocketFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80 ct=established-nat";

  private static Lab listening(String... lines) {
    return Lab.rules(lines).inBothFamilies().listening("tcp:80", "tcp6:80");
  }

  // A listener is not transparent: what is found is the socket that its SYN has made.
  @ParameterizedTest
  @CsvSource({"eq, ''", "eq, -j CT --notrack", "eq, -j CT --zone 3", "ne, -j DROP"})
  void theFirstPacketMakesASocketWhetherItIsTrackedOrNot(String found, String target) {
    Seen seen =
        listening(
                "*raw",
                "-A PREROUTING -p tcp --syn " + target,
                "*mangle",
                "-A INPUT -m socket --transparent")
            .send(IN);
    seen.rules(found.equals("eq") ? new String[] {"mangle INPUT 1"} : new String[0]);
  }

  @Test
  void withoutTrackingALaterPacketIsUntrackedAndHasItsSocket() {
    listening(
            "*raw",
            "-A PREROUTING -j NOTRACK",
            "*filter",
            "-A INPUT -m socket --transparent -m conntrack --ctstate UNTRACKED -j DROP")
        .send(IN)
        .drops();
  }

  @Test
  void aFirstPacketThatIsNoSynMakesNone() {
    listening("*raw", "-A PREROUTING -j NOTRACK", "*filter", "-A INPUT -m socket --transparent")
        .send(IN + " flags=ACK")
        .passes()
        .rules("raw PREROUTING 1");
  }

  @Test
  void aSynThatDoesNotArriveMakesNone() {
    listening(
            "*raw",
            "-A PREROUTING -j NOTRACK",
            "*mangle",
            "-A INPUT -m socket --transparent",
            "*filter",
            "-A INPUT -p tcp --syn -j DROP")
        .send(IN)
        .passes()
        .rules("raw PREROUTING 1");
  }
}
