package io.github.chainbook.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.engine.Tracer;
import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of the largest segment that a TCP packet names, and what TCPMSS makes of it. */
class SegmentSizeFactsTest {

  private static final String PACKET =
      "forward tcp 10.0.0.9:40000 > 203.0.113.9:80 in=eth0 out=eth1";
  private static final String SYN = "-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j ";

  private static Lab asking(String target, String match) {
    return Lab.rules("*mangle", SYN + target, "-A FORWARD -p tcp " + match + " -j DROP");
  }

  // The author says the size, but neither payload nor other options.
  private static Verdict ofLine(String target, String match, OptionalInt size) {
    String rules =
        "*mangle\n" + SYN + target + "\n-A FORWARD -p tcp " + match + " -j DROP\nCOMMIT\n";
    List<Ruleset> read = Lab.read(rules, Family.IPV4).rulesets();
    Packet open = PacketText.open(PACKET);
    Packet packet =
        new Packet(
            open.path(),
            open.family(),
            open.protocol(),
            open.source(),
            open.destination(),
            open.in(),
            open.out(),
            open.numbers(),
            open.state(),
            open.connectionMark(),
            open.inner(),
            Content.UNKNOWN.naming(size));
    Machine machine = new Machine(Environment.UNKNOWN, Map.of(), false);
    return new Tracer(read, machine, Backend.LEGACY).trace(packet).verdict();
  }

  @ParameterizedTest
  @CsvSource({
    "LOG, -m tcpmss --mss 1400:1500, DROP",
    "LOG, -m tcpmss --mss 1461:1500, ACCEPT",
    "LOG, -m tcpmss ! --mss 1461:1500, DROP",
    "LOG, -m tcp --tcp-option 2, DROP",
    "TCPMSS --set-mss 1000, -m tcpmss --mss 1000, DROP",
    "TCPMSS --set-mss 2000, -m tcpmss --mss 1460, DROP",
    "TCPMSS --clamp-mss-to-pmtu, -m tcpmss --mss 1461:65535, ACCEPT",
    "TCPMSS --clamp-mss-to-pmtu, -m tcpmss --mss 0:1460, DROP",
    "TCPMSS --clamp-mss-to-pmtu, -m tcpmss --mss 1400:1460, UNDECIDED",
    "TCPOPTSTRIP --strip-options mss, -m tcpmss --mss 0:65535, ACCEPT",
    "TCPOPTSTRIP --strip-options mss, -m tcp --tcp-option 2, ACCEPT"
  })
  void aSizeThatIsGivenIsKnownWithoutAPayload(String target, String match, Verdict verdict) {
    assertThat(ofLine(target, match, OptionalInt.of(1460))).isEqualTo(verdict);
  }

  @Test
  void nothingIsKnownOfASizeThatIsNotGiven() {
    assertThat(ofLine("LOG", "-m tcpmss --mss 1400:1500", OptionalInt.empty()))
        .isEqualTo(Verdict.UNDECIDED);
    assertThat(ofLine("TCPMSS --set-mss 500", "-m tcpmss --mss 501:65535", OptionalInt.empty()))
        .isEqualTo(Verdict.ACCEPT);
  }

  // Neither a dump nor an environment tells the MTU, which may leave less, but never more.
  @ParameterizedTest
  @CsvSource({"1461:65535, ACCEPT", "0:1460, DROP"})
  void clampingNeverRaisesTheSize(String sizes, String verdict) {
    asking("TCPMSS --clamp-mss-to-pmtu", "-m tcpmss --mss " + sizes)
        .inBothFamilies()
        .send(PACKET + " mss=1460")
        .verdict(verdict);
  }

  @Test
  void aSizeThatClampingInsertsIsNoMoreThanWhatAHostTakesThatNamesNone() {
    asking("TCPMSS --clamp-mss-to-pmtu", "-m tcpmss --mss 537:65535")
        .send(PACKET)
        .verdict("ACCEPT");
    asking("TCPMSS --clamp-mss-to-pmtu", "-m tcpmss --mss 1221:65535")
        .inIpv6()
        .send(PACKET)
        .verdict("ACCEPT");
  }
}
