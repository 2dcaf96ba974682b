package io.github.chainbook.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of marks of which some bits are known alone. */
class MarkBitsFactsTest {

  private static final String PACKET = "inbound tcp 10.0.0.9:40000 > 10.0.0.5:80";

  private static Verdict verdict(String... rules) {
    return Lab.rules(rules).sendOpen(PACKET).verdict();
  }

  @ParameterizedTest
  @CsvSource({
    "--set-xmark 0x2/0x3, 0x2/0x2, DROP",
    "--set-xmark 0x2/0x3, 0x1/0x1, ACCEPT",
    "--set-xmark 0x2/0x3, 0x3/0x7, ACCEPT",
    "--set-xmark 0x2/0x3, 0x6/0x7, UNDECIDED",
    "--set-xmark 0x2/0x0, 0x2/0x2, UNDECIDED",
    "--or-mark 0x4, 0x4/0x4, DROP",
    "--and-mark 0xff, 0x100/0x100, ACCEPT"
  })
  void bitsUnderTheMaskAreKnownAfterwards(String set, String asked, Verdict verdict) {
    String drops = "-A PREROUTING -m mark --mark " + asked + " -j DROP";
    assertThat(verdict("*mangle", "-A PREROUTING -j MARK " + set, drops)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"0x20/0x20, DROP", "0x10/0x10, ACCEPT", "0x4/0x4, UNDECIDED"})
  void knownBitsGoToTheConnectionAndBack(String asked, Verdict verdict) {
    assertThat(
            verdict(
                "*mangle",
                "-A PREROUTING -j MARK --set-xmark 0x2/0x3",
                "-A PREROUTING -j CONNMARK --save-mark",
                "-A PREROUTING -j MARK --set-xmark 0x0/0xf0",
                "-A PREROUTING -j CONNMARK --restore-mark --nfmask 0xf0 --ctmask 0x3"
                    + " --left-shift-mark 4",
                "-A PREROUTING -m mark --mark " + asked + " -j DROP"))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"0x1/0x1", "0x0/0x1", "0x5", "0x5/0xf", "0x1/0x3"})
  void bitsThatWereAskedForAreTheSameAfterwards(String asked) {
    Trace trace =
        Lab.rules(
                "*mangle",
                "-A PREROUTING -m mark --mark " + asked + " -j ACCEPT",
                "-A PREROUTING -m mark ! --mark " + asked + " -j ACCEPT",
                "-A PREROUTING -j DROP")
            .sendOpen(PACKET);
    assertThat(trace.branches()).extracting(Trace::verdict).containsOnly(Verdict.ACCEPT).hasSize(2);
  }

  @Test
  void aMarkThatIsNotAValueHasNotItsBitsEither() {
    Trace trace =
        Lab.rules(
                "*mangle",
                "-A PREROUTING -m mark --mark 0x1/0x3 -j ACCEPT",
                "-A PREROUTING -m mark --mark 0x5/0x7 -j DROP")
            .sendOpen(PACKET);
    assertThat(trace.branches()).extracting(Trace::verdict).containsOnly(Verdict.ACCEPT).hasSize(2);
  }

  private static List<String> ways(Trace trace) {
    List<Trace> all = trace.branches().isEmpty() ? List.of(trace) : trace.branches();
    return all.stream().map(branch -> branch.conditions() + " " + branch.last().out()).toList();
  }

  private static Lab routed(String... rules) {
    return Lab.rules(rules)
        .having("eth0", "10.0.0.5/24")
        .having("cni0", "10.99.0.1/16")
        .routed("default via 10.0.0.1 dev eth0")
        .configured("rule add fwmark 0x1/0x3 lookup 134", "route add default dev cni0 table 134");
  }

  // An author writes "mark *" of a packet that may have any.
  @Test
  void bitsThatNobodyKnowsLeadEitherWay() {
    String packet = "forward tcp 10.0.0.9:40000 > 203.0.113.9:80 in=eth0";
    assertThat(ways(routed("*mangle").sendOpen(packet)))
        .containsExactly("[the mark is 0x1/0x3] cni0", "[the mark is not 0x1/0x3] eth0");
    assertThat(ways(routed("*mangle", "-A PREROUTING -j MARK --or-mark 0x2").sendOpen(packet)))
        .containsExactly("[] eth0");
    assertThat(ways(routed("*mangle", "-A PREROUTING -j MARK --set-xmark 1/3").sendOpen(packet)))
        .containsExactly("[] cni0");
  }

  @Test
  void whatIsSentIsRoutedAgainWhereBitsOfItsMarkHaveChanged() {
    String packet = "outbound tcp 10.0.0.5:40000 > 203.0.113.9:80";
    assertThat(
            ways(
                routed("*mangle", "-A OUTPUT -m mark --mark 0x0/0x3 -j MARK --set-xmark 0x1/0x1")
                    .sendOpen(packet)))
        .containsExactly(
            "[the mark is 0x1/0x3] cni0",
            "[the mark is not 0x1/0x3, -m mark --mark 0x0/0x3 holds] cni0",
            "[the mark is not 0x1/0x3, -m mark --mark 0x0/0x3 does not hold] eth0");
    // Table raw changes the mark; nobody routes again for that.
    assertThat(ways(routed("*raw", "-A OUTPUT -j MARK --set-xmark 0x1/0x3").sendOpen(packet)))
        .containsExactly("[the mark is 0x1/0x3] cni0", "[the mark is not 0x1/0x3] eth0");
  }

  @Test
  void aStepSaysWhichBitsHaveChanged() {
    Trace trace = Lab.rules("*mangle", "-A PREROUTING -j MARK --or-mark 0x4").sendOpen(PACKET);
    assertThat(trace.steps().get(0).changes())
        .extracting(change -> change.what() + " " + change.from() + " " + change.to())
        .containsExactly("mark unknown 0x4/0x4");
  }
}
