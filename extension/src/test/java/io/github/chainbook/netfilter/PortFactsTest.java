package io.github.chainbook.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What ports become, and ICMP's identifiers; each test says one fact of the kernel. A trace has one
 * connection, so that none is in the way of another's ports.
 */
class PortFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";
  private static final String THROUGH = "forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1";

  private static Lab nat(String rule) {
    return Lab.rules("*nat", rule).inBothFamilies();
  }

  @Test
  void aDnatPortRangeKeepsADestinationPortInside() {
    nat("-A PREROUTING -p tcp -j DNAT --to-destination :70-90").send(IN).to("10.0.0.1:80");
    nat("-A PREROUTING -p tcp -j REDIRECT --to-ports 70-90").send(IN).toStandardOf("eth0", 80);
  }

  @Test
  void aDnatPortRangeTakesTheLowestPortElse() {
    nat("-A PREROUTING -p tcp -j DNAT --to-destination :8000-8010").send(IN).to("10.0.0.1:8000");
    nat("-A PREROUTING -p tcp -j REDIRECT --to-ports 8000-8010")
        .send(IN)
        .toStandardOf("eth0", 8000);
  }

  @ParameterizedTest
  @CsvSource({"85, 5005", "80, 5000", "92, 5001", "79, 5008"})
  void aPortRangeWithABaseShiftsThePort(int port, int expected) {
    // lo + ((port - base) mod 2^16 mod size), the range having 11 ports
    nat("-A PREROUTING -p tcp -j DNAT --to-destination :5000-5010/80")
        .send("inbound tcp 10.0.0.9:40000 > 10.0.0.1:" + port)
        .to("10.0.0.1:" + expected);
  }

  @Test
  void anSnatPortRangeKeepsASourcePortInside() {
    nat("-A POSTROUTING -p tcp -j SNAT --to-source :39000-41000")
        .send(THROUGH)
        .from("10.0.0.9:40000");
    nat("-A POSTROUTING -p tcp -j MASQUERADE --to-ports 39000-41000")
        .having("eth1", "10.60.0.1/24")
        .send(THROUGH)
        .from("10.60.0.1:40000");
  }

  @Test
  void anSnatPortRangeTakesAnyOfItsPortsElse() {
    nat("-A POSTROUTING -p tcp -j SNAT --to-source :5000-5010").send(THROUGH).from("10.0.0.9:*");
  }

  @Test
  void portsAreKeptWithoutARange() {
    nat("-A POSTROUTING -p tcp -j SNAT --to-source 10.60.0.1")
        .send(THROUGH)
        .from("10.60.0.1:40000");
  }

  @Test
  void aSingleFixedPortIsTaken() {
    nat("-A POSTROUTING -p tcp -j SNAT --to-source 10.60.0.1:5000")
        .send(THROUGH)
        .from("10.60.0.1:5000");
  }

  // Any port but of the old one's class: nft asks security when the source has been translated.
  @ParameterizedTest
  @CsvSource({
    "300, 1, 511",
    "511, 1, 511",
    "512, 600, 1023",
    "1023, 600, 1023",
    "1024, 1024, 65535",
    "40000, 1024, 65535"
  })
  void aRandomPortIsOfTheOldOnesClass(int port, int low, int high) {
    String chosen = "-A INPUT -p tcp -m tcp --sport " + low + ":" + high;
    Lab lab =
        Lab.rules(
                "*nat",
                "-A INPUT -p tcp -j SNAT --to-source 10.60.0.1 --random",
                "*security",
                chosen)
            .inBothFamilies()
            .with(Backend.NFT);
    lab.send(IN.replace(":40000", ":" + port))
        .from("10.60.0.1:*")
        .rules("nat INPUT 1", "security INPUT 1");
    Trace open =
        Lab.rules(
                "*nat",
                "-A INPUT -p tcp -j SNAT --to-source 10.60.0.1 --random",
                "-A PREROUTING -m conntrack --ctstate NEW")
            .sendOpen("inbound tcp 10.0.0.9:" + port + " > 10.0.0.1:80");
    assertThat(open.isDecided()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"300, 1, 510", "300, 2, 511", "600, 601, 1023", "4000, 1024, 65534"})
  void itMayBeAnyOfTheClass(int port, int low, int high) {
    Trace trace =
        Lab.rules(
                "*nat",
                "-A INPUT -p tcp -j SNAT --to-source 10.60.0.1 --random",
                "*security",
                "-A INPUT -p tcp -m tcp --sport " + low + ":" + high + " -j DROP")
            .with(Backend.NFT)
            .sendOpen("inbound tcp 10.0.0.9:" + port + " > 10.0.0.1:80");
    assertThat(trace.branches())
        .extracting(Trace::verdict)
        .containsExactly(Verdict.DROP, Verdict.ACCEPT);
  }
}
