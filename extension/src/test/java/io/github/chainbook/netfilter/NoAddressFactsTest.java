package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets from or to 0.0.0.0 and ::; each test says one fact of the kernel. */
class NoAddressFactsTest {

  private static Lab machine(String... rules) {
    return Lab.rules(rules).having("eth0", "10.0.0.5/24");
  }

  @ParameterizedTest
  @CsvSource({
    "10.50.0.7, eth0, 10.0.0.5",
    "224.0.0.5, eth0, 10.0.0.5",
    "255.255.255.255, eth0, 10.0.0.5",
    "10.0.0.5, lo, 10.0.0.5",
    "127.0.0.1, lo, 127.0.0.1",
    "0.0.0.0, eth0, 127.0.0.1"
  })
  void whatIsSentFromNoAddressHasThatOfItsRouteInOutput(String to, String out, String from) {
    machine("*mangle", "-A OUTPUT -s " + from, "-A OUTPUT -s 0.0.0.0")
        .send("outbound udp 0.0.0.0:40000 > " + to + ":53 out=" + out)
        .rules("mangle OUTPUT 1")
        .from(from + ":40000")
        .nat("");
  }

  @ParameterizedTest
  @CsvSource({"eth0", "lo"})
  void whatIsSentToNoAddressComesRoundByLo(String out) {
    machine("*mangle", "-A OUTPUT -d 0.0.0.0 -o lo", "-A INPUT -d 0.0.0.0 -i lo")
        .send("outbound udp 10.0.0.5:40000 > 0.0.0.0:53 out=" + out)
        .passes()
        .rules("mangle OUTPUT 1", "mangle INPUT 1");
  }

  @Test
  void soDoesItInIpv6() {
    Lab.rules("*mangle", "-A OUTPUT -d :: -o lo", "-A INPUT -d :: -i lo")
        .inIpv6()
        .send("outbound udp 2001:db8::9 > :: dport=53")
        .passes()
        .rules("mangle OUTPUT 1", "mangle INPUT 1");
  }

  @Test
  void whatIsSentToNoAddressIsNotRoutedAwayByAMark() {
    machine("*mangle", "-A OUTPUT -j MARK --set-xmark 0x1/0xffffffff", "-A INPUT -i lo")
        .send("outbound udp 10.0.0.5:40000 > 0.0.0.0:53")
        .passes()
        .rules("mangle OUTPUT 1", "mangle INPUT 1");
  }

  @Test
  void masqueradeForNoAddressTakesTheOneOfTheSmallestScope() {
    Lab.rules("*nat", "-A POSTROUTING -j MASQUERADE")
        .inIpv6()
        .having("eth0", "fd00::5/64")
        .send("outbound udp 2001:db8::9 > :: dport=53")
        .passes()
        .from("[::1]:40000");
  }
}
