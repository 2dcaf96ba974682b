package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a packet goes through chains; each test says one fact of the kernel. */
class ControlFlowFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";

  private static Lab filter(String... rules) {
    String[] all = new String[rules.length + 1];
    all[0] = "*filter";
    System.arraycopy(rules, 0, all, 1, rules.length);
    return Lab.rules(all).inBothFamilies();
  }

  @Test
  void returnInABuiltInChainIsThePolicy() {
    filter(":INPUT DROP [0:0]", "-A INPUT -j RETURN", "-A INPUT -j ACCEPT")
        .send(IN)
        .drops()
        .by("filter INPUT policy");
  }

  @Test
  void theEndOfABuiltInChainIsThePolicy() {
    filter(":INPUT DROP [0:0]", "-A INPUT -p udp").send(IN).drops().by("filter INPUT policy");
  }

  @Test
  void returnInAUserChainGoesOnBehindTheCall() {
    filter(":U - [0:0]", "-A INPUT -j U", "-A INPUT -j DROP", "-A U -j RETURN", "-A U -j ACCEPT")
        .send(IN)
        .rules("filter INPUT 1", "filter U 1", "filter INPUT 2");
  }

  @Test
  void theEndOfAUserChainIsAReturn() {
    filter(":U - [0:0]", "-A INPUT -j U", "-A INPUT -j DROP", "-A U")
        .send(IN)
        .steps("filter INPUT 1", "filter U 1", "filter U return", "filter INPUT 2");
  }

  @Test
  void policiesExistOnBuiltInChainsOnly() {
    Lab.refused("*filter", ":U DROP [0:0]", "-A INPUT -j U");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-A V", "-A V -j RETURN"})
  void theEndBehindAGotoGoesOnBehindTheLastJump(String last) {
    filter(
            ":U - [0:0]",
            ":V - [0:0]",
            "-A INPUT -j U",
            "-A INPUT -j DROP",
            "-A U -g V",
            "-A U -j ACCEPT",
            last)
        .send(IN)
        .rules("filter INPUT 1", "filter U 1", "filter V 1", "filter INPUT 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-A V", "-A V -j RETURN"})
  void behindAGotoFromABuiltInChainComesThePolicy(String rule) {
    filter(":INPUT DROP [0:0]", ":V - [0:0]", "-A INPUT -g V", "-A INPUT -j ACCEPT", rule)
        .send(IN)
        .drops()
        .by("filter INPUT policy");
  }

  @Test
  void aRuleWithoutATargetOnlyCounts() {
    filter("-A INPUT", "-A INPUT -j DROP").send(IN).rules("filter INPUT 1", "filter INPUT 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter LOG",
        "mangle MARK --set-xmark 0x1/0x1",
        "filter NFLOG --nflog-group 5",
        "filter CONNMARK --set-xmark 0x1/0x1",
        "mangle TCPMSS --set-mss 1000",
        "mangle TOS --set-tos 0x10/0xff",
        "mangle DSCP --set-dscp 0x10",
        "mangle TEE --gateway 10.0.0.2",
      })
  void targetsThatOnlyDoSomethingDoNotEndTheWalk(String target) {
    String[] words = target.split(" ", 2);
    String flags = words[1].startsWith("TCPMSS") ? " --tcp-flags SYN,RST SYN" : "";
    Lab.rules("*" + words[0], "-A INPUT -p tcp" + flags + " -j " + words[1], "-A INPUT -j DROP")
        .inBothFamilies()
        .send(IN)
        .drops()
        .by(words[0] + " INPUT 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CT --zone 3"})
  void targetsOfRawDoNotEndTheWalk(String target) {
    Lab.rules("*raw", "-A PREROUTING -j " + target, "-A PREROUTING -j DROP")
        .inBothFamilies()
        .send(IN)
        .drops()
        .by("raw PREROUTING 2");
  }

  @Test
  void settingTheTimeToLiveDoesNotEndTheWalk() {
    Lab.rules("*mangle", "-A INPUT -j TTL --ttl-set 9", "-A INPUT -j DROP")
        .send(IN)
        .by("mangle INPUT 2");
    Lab.rules("*mangle", "-A INPUT -j HL --hl-set 9", "-A INPUT -j DROP")
        .inIpv6()
        .send(IN)
        .by("mangle INPUT 2");
  }

  @Test
  void classifyDoesNotEndTheWalk() {
    Lab.rules("*mangle", "-A FORWARD -j CLASSIFY --set-class 1:2", "-A FORWARD -j DROP")
        .inBothFamilies()
        .send("forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1")
        .by("mangle FORWARD 2");
  }

  @Test
  void setDoesNotEndTheWalk() {
    Lab.rules("*filter", "-A INPUT -j SET --add-set s src", "-A INPUT -j DROP")
        .sets("create s hash:ip")
        .send(IN)
        .by("filter INPUT 2");
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPT, ACCEPT",
    "DROP, DROP",
    "REJECT, REJECT",
    "NFQUEUE, NFQUEUE",
    "NFQUEUE --queue-num 3 --queue-bypass, ACCEPT"
  })
  void verdictsEndTheWalk(String target, String verdict) {
    filter("-A INPUT -j " + target, "-A INPUT -j DROP")
        .send(IN)
        .verdict(verdict)
        .rules("filter INPUT 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REDIRECT", "DNAT --to-destination 10.0.0.2", "NETMAP --to 10.77.0.0/24"})
  void translationEndsTheWalk(String target) {
    Lab.rules("*nat", "-A PREROUTING -p tcp -j " + target, "-A PREROUTING")
        .inBothFamilies()
        .send(IN)
        .passes()
        .rules("nat PREROUTING 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MASQUERADE", "SNAT --to-source 10.60.0.1"})
  void translationOfTheSourceEndsTheWalk(String target) {
    Lab.rules("*nat", "-A POSTROUTING -p tcp -j " + target, "-A POSTROUTING")
        .inBothFamilies()
        .send("forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1")
        .rules("nat POSTROUTING 1");
  }

  @Test
  void acceptEndsTheChainOfItsTableOnly() {
    Lab.rules("*mangle", "-A INPUT -j ACCEPT", "-A INPUT", "*filter", "-A INPUT -j DROP")
        .inBothFamilies()
        .send(IN)
        .drops()
        .rules("mangle INPUT 1", "filter INPUT 1");
  }

  @Test
  void dropEndsEverything() {
    Lab.rules("*mangle", "-A PREROUTING -j DROP", "*filter", "-A INPUT -j ACCEPT")
        .inBothFamilies()
        .send(IN)
        .drops()
        .steps("mangle PREROUTING 1");
  }

  @Test
  void aReachableLoopIsRefusedAndAnUnreachableOneLoads() {
    Lab.refused("*filter", ":U - [0:0]", ":V - [0:0]", "-A INPUT -j U", "-A U -j V", "-A V -j U");
    Lab.loads("*filter", ":U - [0:0]", ":V - [0:0]", "-A U -j V", "-A V -j U");
  }

  // The nft back end refuses such rules.
  @ParameterizedTest
  @ValueSource(strings = {"ACCEPT", "DROP", "RETURN"})
  void whatStandsBehindAnUnconditionalVerdictIsIgnored(String verdict) {
    String end = "-A INPUT -j " + verdict;
    String[] loop = {":U - [0:0]", end, "-A INPUT -j U", "-A U -j U"};
    filter(loop).with(Backend.LEGACY).send(IN).rules("filter INPUT 1");
    String hook = "-A INPUT -m owner --uid-owner 0";
    filter(end, hook).with(Backend.LEGACY).send(IN).rules("filter INPUT 1");
    String condition = "-A INPUT -p tcp -j " + verdict;
    Lab.refused("*filter", ":U - [0:0]", condition, "-A INPUT -j U", "-A U -j U");
    Lab.refused("*filter", condition, hook);
    Lab.refused("*filter", hook, end);
  }

  @Test
  void packetsWhoseTimeIsOverAreDroppedBeforeForward() {
    Lab.rules("*mangle", "-A PREROUTING", "-A FORWARD")
        .inBothFamilies()
        .send("forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1 ttl=1")
        .verdict("UNROUTED")
        .rules("mangle PREROUTING 1");
  }
}
