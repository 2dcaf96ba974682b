package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones of connection tracking; each test says one fact of the kernel. */
class ZoneFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80 ct=";
  private static final String[] STATES = {
    "*filter",
    "-A INPUT -m conntrack --ctstate ESTABLISHED",
    "-A INPUT -m conntrack --ctstate RELATED",
    "-A INPUT -m conntrack --ctstate NEW"
  };

  private static Lab zone(String option) {
    return Lab.rules(
            "*raw", "-A PREROUTING -j CT " + option, STATES[0], STATES[1], STATES[2], STATES[3])
        .inBothFamilies();
  }

  // What is there before is in zone 0.
  @ParameterizedTest
  @CsvSource({
    "--zone-orig 1, established, 3",
    "--zone-orig 1, reply, 1",
    "--zone-reply 1, established, 1",
    "--zone-reply 1, reply, 3",
    "--zone 1, established, 3",
    "--zone 1, reply, 3",
    "--zone-orig 1 --zone-reply 1, reply, 3"
  })
  void theZoneOfADirectionCountsForThatDirectionOnly(String option, String state, int rule) {
    zone(option).send(IN + state).rules("raw PREROUTING 1", "filter INPUT " + rule);
  }

  @ParameterizedTest
  @CsvSource({"--zone-orig 1, 2", "--zone-reply 1, 0"})
  void anErrorIsLookedForAsAReply(String option, int rule) {
    Seen seen =
        Lab.rules("*raw", "-A PREROUTING -j CT " + option, STATES[0], STATES[1], STATES[2])
            .send(
                "inbound icmp 10.50.0.7 > 10.0.0.9 icmp_type=3 icmp_code=1 ct=related"
                    + " inner=outbound_tcp_10.0.0.9:40000_>_10.50.0.7:80");
    seen.rules(
        rule == 0
            ? new String[] {"raw PREROUTING 1"}
            : new String[] {"raw PREROUTING 1", "filter INPUT " + rule});
  }

  @ParameterizedTest
  @CsvSource({"--zone-orig 7, 10.99.0.151", "--zone-reply 7, 10.99.0.151"})
  void theAddressOfARangeFollowsFromTheZoneOfAnyDirection(String option, String expected) {
    Lab.rules(
            "*raw",
            "-A PREROUTING -j CT " + option,
            "*nat",
            "-A PREROUTING -j DNAT --to-destination 10.99.0.1-10.99.0.200")
        .send("forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1")
        .to(expected + ":80");
  }

  @Test
  void theZoneOfAMarkIsThatOfTheMarkAtTheLookup() {
    Lab.rules(
            "*raw",
            "-A PREROUTING -j CT --zone mark",
            "-A PREROUTING -j MARK --set-xmark 0x10007/0xffffffff",
            "*nat",
            "-A PREROUTING -j DNAT --to-destination 10.99.0.1-10.99.0.200")
        .send("forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1")
        .to("10.99.0.151:80");
  }
}
