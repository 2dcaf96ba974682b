package io.github.chainbook.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rpfilter holds for; each test says one fact of the kernel. */
class RpfilterFactsTest {

  private static Lab asking(String options) {
    return Lab.rules("*raw", ("-A PREROUTING -m rpfilter " + options).trim())
        .having("eth0", "10.0.0.5/24")
        .having("cni0", "10.99.0.1/16");
  }

  private static void check(Lab lab, String packet, boolean holds) {
    lab.send(packet).rules(holds ? new String[] {"raw PREROUTING 1"} : new String[0]);
  }

  @ParameterizedTest
  @CsvSource({"eth0, '', true", "cni0, '', false", "cni0, --loose, true", "cni0, --invert, true"})
  void anAnswerHasToLeaveByTheInterfaceUnlessLoose(String in, String options, boolean holds) {
    Lab lab = asking(options).routed("default via 10.0.0.1 dev eth0");
    check(lab, "inbound udp 203.0.113.9:4000 > 10.0.0.5:53 in=" + in, holds);
  }

  @ParameterizedTest
  @CsvSource({
    "eth0, '', false",
    "eth0, --loose, false",
    "eth0, --accept-local, true",
    "cni0, --accept-local, false",
    "cni0, --accept-local --loose, true"
  })
  void anOwnAddressPassesOnlyWithAcceptLocal(String in, String options, boolean holds) {
    Lab lab = asking(options).routed("default via 10.0.0.1 dev eth0");
    check(lab, "inbound udp 10.0.0.5:4000 > 10.99.0.1:53 in=" + in, holds);
  }

  @Test
  void withoutARouteNothingPassesEvenIfLoose() {
    check(asking("--loose").routed(), "inbound udp 203.0.113.9:4000 > 10.0.0.5:53 in=eth0", false);
  }

  @ParameterizedTest
  @CsvSource({"'', false", "--validmark, true"})
  void theMarkChoosesATableOnlyWithValidmark(String options, boolean holds) {
    Lab lab =
        asking(options)
            .routed("default via 10.0.0.1 dev eth0")
            .configured(
                "rule add fwmark 0x2/0x2 lookup 134", "route add default dev cni0 table 134");
    check(lab, "inbound udp 203.0.113.9:4000 > 10.0.0.5:53 in=cni0 mark=0x3", holds);
  }

  @Test
  void withoutRoutesItStaysOpenForForeignSources() {
    String packet = "inbound udp 203.0.113.9:4000 > 10.0.0.5:53 in=eth0";
    assertThat(
            Lab.rules("*raw", "-A PREROUTING -m rpfilter -j DROP")
                .having("eth0", "10.0.0.5/24")
                .sendOpen(packet)
                .verdict())
        .isEqualTo(Verdict.UNDECIDED);
  }
}
