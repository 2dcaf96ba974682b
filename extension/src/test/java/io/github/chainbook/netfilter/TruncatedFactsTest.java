package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Packets whose header is cut off, and what they show of the order of tests: a match that cannot
 * read its header drops the packet, unless one before it did not hold. Each test says one fact of
 * the kernel.
 */
class TruncatedFactsTest {

  private static final String CUT = "forward esp 10.0.0.9 > 10.50.0.7 out=eth1 len=4";

  private static Lab forward(String... rules) {
    String[] all = new String[rules.length + 1];
    all[0] = "*filter";
    System.arraycopy(rules, 0, all, 1, rules.length);
    return Lab.rules(all).inBothFamilies();
  }

  @Test
  void aTruncatedHeaderDropsThePacket() {
    Lab lab = forward("-A FORWARD", "-A FORWARD -p esp -m esp --espspi 1 -j ACCEPT", "-A FORWARD");
    lab.with(Backend.LEGACY).send(CUT).drops().by("filter FORWARD 1").steps("filter FORWARD 1");
    lab.with(Backend.NFT).send(CUT).drops().by("filter FORWARD 2");
    lab.send(CUT.replace("len=4", "len=40")).passes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-s 10.0.0.8", "-d 10.50.0.8", "-i eth9", "-o eth9"})
  void addressesAndInterfacesAreTestedBeforeMatchesWhereverTheyAreWritten(String option) {
    String match = "-A FORWARD -m esp --espspi 1 -p esp ";
    forward(match + option).send(CUT).passes();
    forward(match + option.replaceFirst("-", "! -")).send(CUT).drops();
  }

  @Test
  void fragmentsAreTestedBeforeMatchesWhereverTheyAreWritten() {
    Lab.rules("*filter", "-A FORWARD -m esp --espspi 1 -p esp -f").send(CUT).passes();
    Lab.rules("*filter", "-A FORWARD -m esp --espspi 1 -p esp ! -f").send(CUT).drops();
  }

  @Test
  void theProtocolIsTestedBeforeMatchesWhereverItIsWritten() {
    Lab lab = Lab.rules("*filter", "-A FORWARD -m esp --espspi 1 -p esp");
    lab.send(CUT).drops();
    lab.send(CUT.replace("esp", "ah")).passes();
  }

  @ParameterizedTest
  @CsvSource({
    "-m mark --mark 0x1 -m esp --espspi 1, ACCEPT",
    "-m mark --mark 0x0 -m esp --espspi 1, DROP",
    "-m esp --espspi 1 -m mark --mark 0x1, DROP"
  })
  void matchesAreAskedInOrderAndTheFirstThatFailsEndsTheRule(String matches, String verdict) {
    forward("-A FORWARD -p esp " + matches).send(CUT).verdict(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "PREROUTING -j DNAT --to-destination 10.50.0.8, 7, DROP",
    "PREROUTING -j DNAT --to-destination 10.50.0.8, 8, ACCEPT",
    "PREROUTING -j DNAT --to-destination 10.50.0.7, 7, ACCEPT",
    "POSTROUTING -j SNAT --to-source 10.0.0.8, 7, DROP",
    "POSTROUTING -j SNAT --to-source 10.0.0.8, 8, ACCEPT",
    "POSTROUTING -j SNAT --to-source 10.0.0.9, 7, ACCEPT"
  })
  void greThatIsTooShortIsDroppedWhereItIsTranslated(String rule, int length, String verdict) {
    Lab.rules("*nat", "-A " + rule)
        .inBothFamilies()
        .send("forward gre 10.0.0.9 > 10.50.0.7 out=eth1 len=" + length)
        .verdict(verdict);
  }

  @Test
  void aFragmentThatCouldOverwriteFlagsDropsThePacketInLegacy() {
    Lab lab = Lab.rules("*filter", "-A FORWARD -p tcp -m tcp ! --dport 80 -j ACCEPT");
    lab.with(Backend.LEGACY)
        .send("forward tcp 10.0.0.9 > 10.50.0.7 out=eth1 frag=8 len=40")
        .drops();
  }
}
