package io.github.chainbook.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What matches hold for; each test says one fact of the kernel. */
class MatchFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";

  private static Lab input(String match) {
    return Lab.rules("*filter", "-A INPUT " + match + " -j DROP").inBothFamilies();
  }

  private static void holds(String match) {
    input(match).send(IN).drops();
  }

  private static void fails(String match) {
    input(match).send(IN).passes();
  }

  @Test
  void theExclamationMarkBindsToTheNextOptionOnly() {
    holds("! -s 10.0.0.8/32 -d 10.0.0.1/32");
    fails("! -s 10.0.0.8/32 -d 10.0.0.2/32");
  }

  @Test
  void aNegatedListOfAddressesIsRefused() {
    Lab.refused("*filter", "-A INPUT ! -s 10.0.0.1,10.0.0.2 -j DROP");
  }

  @Test
  void aProtocolBehindItsExclamationMarkIsRefused() {
    Lab.refused("*filter", "-A INPUT -p ! tcp -j DROP");
  }

  @Test
  void inMultiportTheExclamationMarkInvertsTheSet() {
    fails("-p tcp -m multiport ! --dports 80,81");
    holds("-p tcp -m multiport ! --dports 81,82");
  }

  @Test
  void aPlusIsAPrefixWildcard() {
    holds("-i eth+");
    fails("-i wlan+");
    fails("! -i eth+");
  }

  @Test
  void aLonePlusMatchesEverythingAndNegatedNothing() {
    holds("-i +");
    fails("! -i +");
  }

  @Test
  void portsOfMultiportMeanEitherSide() {
    holds("-p tcp -m multiport --ports 80");
    holds("-p tcp -m multiport --ports 40000");
    fails("-p tcp -m multiport --ports 81");
  }

  @Test
  void multiportTakesFifteenPortsARangeCountingAsTwo() {
    Lab.loads(
        "*filter", "-A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15");
    Lab.refused(
        "*filter", "-A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16");
    Lab.refused(
        "*filter", "-A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15:16");
  }

  @Test
  void multiportHasNoOpenRanges() {
    Lab.refused("*filter", "-A INPUT -p tcp -m multiport --dports 1024:");
  }

  @Test
  void tcpHasOpenRanges() {
    holds("-p tcp -m tcp --dport :1023");
    holds("-p tcp -m tcp --sport 1024:");
    fails("-p tcp -m tcp --dport 1024:");
    Lab.refused("*filter", "-A INPUT -p tcp -m tcp --dport 5:3");
  }

  @Test
  void nonContiguousMasksAreLegal() {
    Lab lab = Lab.rules("*filter", "-A INPUT -s 10.0.0.9/255.0.255.255 -j DROP");
    lab.send("inbound tcp 10.77.0.9:40000 > 10.0.0.1:80").drops();
    lab.send("inbound tcp 10.77.1.9:40000 > 10.0.0.1:80").passes();
  }

  @ParameterizedTest
  @CsvSource({"SYN, true", "'SYN,PSH', true", "'SYN,ACK', false", "RST, false", "NONE, false"})
  void synIsAMaskOfFlags(String flags, boolean holds) {
    for (String match : new String[] {"--syn", "--tcp-flags FIN,SYN,RST,ACK SYN"}) {
      input("-p tcp -m tcp " + match)
          .send(IN + " flags=" + flags)
          .verdict(holds ? "DROP" : "ACCEPT");
    }
  }

  private static Lab set(String match) {
    return Lab.rules("*filter", "-A INPUT -m set " + match + " -j DROP")
        .sets("create s hash:ip,port", "add s 10.0.0.9,tcp:80");
  }

  @Test
  void fewerDirectionsThanDimensionsNeverMatchAndNegatedAlways() {
    set("--match-set s src").send(IN).passes();
    set("! --match-set s src").send(IN).drops();
  }

  @Test
  void furtherDirectionsAreIgnored() {
    set("--match-set s src,dst").send(IN).drops();
    set("--match-set s src,dst,dst").send(IN).drops();
  }

  @ParameterizedTest
  @CsvSource({"--packets-eq 7", "--bytes-lt 1", "! --update-counters --packets-gt 9"})
  void whatIsAskedOfCountersHoldsInASetThatHasNone(String asked) {
    String rule = "-A INPUT -m set --match-set s src " + asked + " -j DROP";
    String create = "create s hash:ip";
    Lab.rules("*filter", rule).sets(create, "add s 10.0.0.9").send(IN).drops();
    Lab.rules("*filter", rule).sets(create, "add s 10.0.0.8").send(IN).passes();
    assertThat(
            Lab.rules("*filter", rule)
                .sets(create + " counters", "add s 10.0.0.9")
                .sendOpen(IN)
                .verdict())
        .isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void thePortOfIcmpIsTypeAndCode() {
    Lab.rules("*filter", "-A INPUT -m set --match-set s src,dst -j DROP")
        .sets("create s hash:ip,port", "add s 10.0.0.9,icmp:8/0")
        .send("inbound icmp 10.0.0.9 > 10.0.0.1 icmp_type=8")
        .drops();
  }

  @Test
  void otherProtocolsHavePortZero() {
    Lab.rules("*filter", "-A INPUT -m set --match-set s src,dst -j DROP")
        .sets("create s hash:ip,port", "add s 10.0.0.9,gre:0")
        .send("inbound gre 10.0.0.9 > 10.0.0.1")
        .drops();
  }

  @Test
  void markSetsTheBitsOfItsValueToo() {
    Lab.rules("*mangle", "-A INPUT -j MARK --set-mark 0x6/0x3")
        .inBothFamilies()
        .send(IN + " mark=0x18")
        .mark(0x1e);
  }

  @ParameterizedTest
  @CsvSource({
    "--set-xmark 0x6/0x3, 0x1d, 0x1a",
    "--and-mark 0x11, 0x1d, 0x11",
    "--or-mark 0x11, 0x8, 0x19",
    "--xor-mark 0x11, 0x18, 0x9"
  })
  void markClearsAndThenXors(String option, String before, String after) {
    Lab.rules("*mangle", "-A INPUT -j MARK " + option)
        .inBothFamilies()
        .send(IN + " mark=" + before)
        .mark(Long.decode(after));
  }

  @Test
  void connmarkCopiesBetweenPacketAndConnectionWithMasks() {
    Lab.rules(
            "*mangle",
            "-A PREROUTING -j CONNMARK --save-mark --nfmask 0xf0 --ctmask 0xf0",
            "-A PREROUTING -j MARK --set-xmark 0x1/0xffffffff",
            "-A PREROUTING -j CONNMARK --restore-mark --nfmask 0xff --ctmask 0xff")
        .inBothFamilies()
        .send(IN + " mark=0x35")
        .mark(0x30);
  }

  @Test
  void connmarkSetsTheConnectionsMark() {
    Lab.rules(
            "*mangle",
            "-A PREROUTING -j CONNMARK --set-mark 0x6/0x3",
            "-A INPUT -m connmark --mark 0x6")
        .inBothFamilies()
        .send(IN)
        .rules("mangle PREROUTING 1", "mangle INPUT 1");
  }

  @Test
  void matchesAreAskedInOrderAndTheFirstThatFailsEndsTheRule() {
    fails("-p tcp -m tcp --dport 81 -m limit --limit 1/sec");
    fails("-m mark --mark 0x1 -m tcp -p tcp --dport 80");
  }

  @ParameterizedTest
  @CsvSource({
    "--set-xmark 0x6/0x3, 0x1d, 0x1a",
    "--set-mark 0x6/0x3, 0x18, 0x1e",
    "--and-mark 0x11, 0x1d, 0x11",
    "--or-mark 0x11, 0x8, 0x19",
    "--xor-mark 0x11, 0x18, 0x9"
  })
  void connmarkHasTheSameForms(String option, String before, String after) {
    Lab.rules(
            "*mangle",
            "-A INPUT -j CONNMARK --set-xmark " + before + "/0xffffffff",
            "-A INPUT -j CONNMARK " + option,
            "-A INPUT -m connmark --mark " + after)
        .inBothFamilies()
        .send(IN)
        .rules("mangle INPUT 1", "mangle INPUT 2", "mangle INPUT 3");
  }

  @ParameterizedTest
  @CsvSource({"1.0, DROP", "0.0, ACCEPT"})
  void certainChanceDoesNotBranch(String probability, String verdict) {
    input("-m statistic --mode random --probability " + probability).send(IN).verdict(verdict);
  }

  @Test
  void nthNeedsEvery() {
    Lab.refused("*filter", "-A INPUT -m statistic --mode nth -j DROP");
  }
}
