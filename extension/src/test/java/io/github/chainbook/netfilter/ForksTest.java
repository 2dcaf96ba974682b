package io.github.chainbook.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of packets of which not all is known. */
class ForksTest {

  private static final String OUT = "outbound tcp 10.0.0.9:40000 > 10.50.0.7:80";
  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";

  private static Trace send(String packet, String... rules) {
    return Lab.rules(rules).sendOpen(packet);
  }

  private static void forks(Trace trace, String... branches) {
    assertThat(Forks.of(trace)).containsExactly(branches);
  }

  @Test
  void anUnknownUserForksOnceAndStaysTheSame() {
    forks(
        send(
            OUT,
            "*filter",
            "-A OUTPUT -m owner --uid-owner 1000 -j MARK --set-xmark 0x1/0x1",
            "-A OUTPUT -m owner --uid-owner 1337 -j DROP",
            "-A OUTPUT -m owner ! --uid-owner 1000 -j ACCEPT",
            "-A OUTPUT -j REJECT"),
        "REJECT: -m owner --uid-owner 1000 holds",
        "DROP: -m owner --uid-owner 1000 does not hold; -m owner --uid-owner 1337 holds",
        "ACCEPT: -m owner --uid-owner 1000 does not hold;"
            + " -m owner --uid-owner 1337 does not hold");
  }

  @Test
  void rangesNarrow() {
    forks(
        send(
            OUT,
            "*filter",
            "-A OUTPUT -m owner --uid-owner 1000-2000 -j DROP",
            "-A OUTPUT -m owner --uid-owner 1500 -j REJECT"),
        "DROP: -m owner --uid-owner 1000-2000 holds",
        "ACCEPT: -m owner --uid-owner 1000-2000 does not hold");
  }

  @Test
  void aRuleOfWhichOneMatchDoesNotHoldDoesNotFork() {
    forks(send(OUT, "*filter", "-A OUTPUT -m owner --uid-owner 1 -d 10.9.9.9 -j DROP"), "ACCEPT");
    forks(
        send(OUT, "*filter", "-A OUTPUT -m limit --limit 1/sec -p tcp -m tcp --dport 81 -j DROP"),
        "ACCEPT");
  }

  @Test
  void aMatchWithTwoOptionsForksAsAWhole() {
    forks(
        send(OUT, "*filter", "-A OUTPUT -m owner --uid-owner 1 --gid-owner 2 -j DROP"),
        "DROP: -m owner --uid-owner 1 --gid-owner 2 holds",
        "ACCEPT: -m owner --uid-owner 1 --gid-owner 2 does not hold");
  }

  @Test
  void aQuestionAndItsOppositeHaveOneAnswer() {
    forks(
        send(
            "inbound tcp *:40000 > 10.0.0.1:80",
            "*filter",
            "-A INPUT -s 10.0.0.9/32 -j DROP",
            "-A INPUT ! -s 10.0.0.9/32 -j REJECT"),
        "DROP: -s 10.0.0.9/32 holds",
        "REJECT: -s 10.0.0.9/32 does not hold");
    forks(
        send(
            IN,
            "*filter",
            "-A INPUT -m set ! --match-set s src -j DROP",
            "-A INPUT -m set --match-set s src -j REJECT"),
        "REJECT: -m set ! --match-set s src does not hold",
        "DROP: -m set ! --match-set s src holds");
  }

  @Test
  void aLadderOfChancesGivesEqualShares() {
    Trace trace =
        send(
            IN,
            "*filter",
            "-A INPUT -m statistic --mode random --probability 0.33333333349 -j DROP",
            "-A INPUT -m statistic --mode random --probability 0.5 -j REJECT",
            "-A INPUT -j NFQUEUE");
    assertThat(trace.branches()).hasSize(3);
    trace
        .branches()
        .forEach(b -> assertThat(b.share().orElseThrow()).isBetween(0.33333333, 0.3333334));
  }

  @Test
  void chancesAreKeptInStepsOfTwoToTheMinus31() {
    Trace trace =
        send(
            IN,
            "*filter",
            "-A INPUT -m statistic --mode random --probability 0.33333333349 -j DROP");
    assertThat(trace.branches().get(0).share()).hasValue(715827883 / (double) (1L << 31));
  }

  @Test
  void aSetHasNoMembersInADumpSoThatItIsUnknownUnlessTheyAreGiven() {
    String rule = "-A INPUT -m set --match-set s src -j DROP";
    forks(
        send(IN, "*filter", rule),
        "DROP: -m set --match-set s src holds",
        "ACCEPT: -m set --match-set s src does not hold");
    forks(
        Lab.rules("*filter", rule).sets("create s hash:ip", "add s 10.0.0.9").sendOpen(IN), "DROP");
  }

  @Test
  void sharesMultiply() {
    assertThat(
            send(
                    IN,
                    "*filter",
                    "-A INPUT -m statistic --mode random --probability 0.5"
                        + " -m statistic --mode random --probability 0.5 -j DROP")
                .branches()
                .get(0)
                .share())
        .hasValue(0.25);
  }

  @Test
  void thereIsNoShareWhereMemoryDecides() {
    Trace trace =
        send(
            IN,
            "*filter",
            "-A INPUT -m statistic --mode random --probability 0.25 -m limit --limit 1/sec"
                + " -j DROP");
    assertThat(trace.branches().get(0).share()).isEmpty();
    assertThat(trace.branches().get(2).share()).hasValue(0.75);
  }

  @Test
  void memoryAndTheClockFork() {
    for (String match :
        new String[] {
          "limit --limit 1/sec",
          "recent --rcheck --name x",
          "time --timestart 08:00",
          "statistic --mode nth --every 3 --packet 0",
          "hashlimit --hashlimit-upto 5/sec --hashlimit-name f",
          "quota --quota 1000",
          "connlimit --connlimit-above 3",
        }) {
      Trace trace = send(IN, "*filter", "-A INPUT -m " + match + " -j DROP");
      assertThat(trace.branches())
          .as(match)
          .extracting(Trace::verdict)
          .containsExactly(Verdict.DROP, Verdict.ACCEPT);
    }
  }

  @Test
  void unknownExtensionsAndTargetsFork() {
    forks(
        send(IN, "*filter", "-A INPUT -m frob --x 1 -j DROP", "-A INPUT -m frob --x 1 -j REJECT"),
        "DROP: -m frob --x 1 holds",
        "ACCEPT: -m frob --x 1 does not hold");
    forks(
        send(IN, "*filter", "-A INPUT -m frob ! --x 1 -j DROP"),
        "ACCEPT: -m frob ! --x 1 does not hold",
        "DROP: -m frob ! --x 1 holds");
    forks(
        send(IN, "*filter", "-A INPUT -j FROB --x 1", "-A INPUT -j REJECT"),
        "REJECT: -j FROB goes on",
        "ACCEPT: -j FROB accepts",
        "DROP: -j FROB drops");
  }

  @Test
  void redirectInventsNoAddress() {
    Trace trace =
        send(
            "forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1 ttl=64",
            "*nat",
            "-A PREROUTING -p tcp -j REDIRECT --to-ports 15006",
            "*filter",
            "-A FORWARD -j DROP");
    assertThat(trace.verdict()).isEqualTo(Verdict.ACCEPT);
    assertThat(trace.last().to()).hasToString("*:15006");
  }

  @Test
  void masqueradeInventsNoAddress() {
    Trace trace =
        send(
            "forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1 ttl=64",
            "*nat",
            "-A POSTROUTING -j MASQUERADE");
    assertThat(trace.last().from()).hasToString("*:40000");
  }

  @Test
  void tproxyForksWhereNobodyKnowsWhoListens() {
    forks(
        send(IN, "*mangle", "-A PREROUTING -p tcp -j TPROXY --on-port 15006"),
        "ACCEPT: a socket takes what TPROXY sends to port 15006",
        "DROP: not: a socket takes what TPROXY sends to port 15006");
  }

  @Test
  void theStateOfIcmpForksWithItsType() {
    forks(
        send(
            "inbound icmp 10.0.0.9 > 10.0.0.1",
            "*filter",
            "-A INPUT -m conntrack --ctstate INVALID -j DROP"),
        "ACCEPT: icmp type is 8, 13, 15, 17",
        "DROP: icmp type is not 8, 13, 15, 17");
  }

  @Test
  void thereIsANoteWhereThereAreMoreBranches() {
    String[] rules = new String[14];
    rules[0] = "*mangle";
    for (int i = 1; i < 14; i++) {
      rules[i] = "-A INPUT -m limit --limit " + i + "/sec -j MARK --or-mark 0x" + (1 << i);
    }
    Trace trace = send(IN, rules);
    assertThat(trace.note()).hasValue("there are more branches than are shown");
    assertThat(trace.branches()).hasSizeLessThanOrEqualTo(4096);
  }

  @Test
  void manyQuestionsDoNotFillTheMemory() {
    String[] rules = new String[5001];
    java.util.Arrays.fill(rules, "-A INPUT -m limit --limit 1/sec -j LOG");
    rules[0] = "*filter";
    assertThat(send(IN, rules).note()).isPresent();
  }

  @Test
  void whatWasAnsweredOfAMarkIsAskedAnewWhereARuleHasChangedIt() {
    assertThat(Forks.of(trace("-j MARK --set-xmark 0x1/0x1")))
        .containsExactly(
            "ACCEPT: -m mark --mark 0x1/0x1 holds", "DROP: -m mark --mark 0x1/0x1 does not hold");
    assertThat(Forks.of(trace("-j SET --map-set marks src --map-mark")))
        .contains(
            "ACCEPT: -m mark --mark 0x1/0x1 holds",
            "DROP: -m mark --mark 0x1/0x1 does not hold; -m mark --mark 0x1/0x1 holds");
  }

  private static Trace trace(String change) {
    return send(
        OUT,
        "*mangle",
        "-A OUTPUT -m mark --mark 0x1/0x1 -j ACCEPT",
        "-A OUTPUT " + change,
        "-A OUTPUT -m mark --mark 0x1/0x1 -j DROP");
  }

  // No kernel loads such rules; whoever asks for a trace of them gets an end and a reason.
  @Test
  void aTraceOfALoopEnds() {
    Trace trace = send(IN, "*filter", ":U - [0:0]", "-A INPUT -j U", "-A U -j U");
    assertThat(trace.verdict()).isEqualTo(Verdict.DROP);
    assertThat(trace.note()).hasValue("the rules lead nowhere, or round in circles");
  }
}
