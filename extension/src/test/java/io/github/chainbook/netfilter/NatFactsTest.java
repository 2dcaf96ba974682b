package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When table nat is asked; each test says one fact of the kernel. */
class NatFactsTest {

  private static final String OUT = "outbound tcp 10.0.0.9:40000 > 10.50.0.7:80";
  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";

  private static Lab redirecting() {
    return Lab.rules("*nat", "-A OUTPUT -p tcp -j REDIRECT --to-ports 15001").inBothFamilies();
  }

  @Test
  void natChainsSeeTheFirstPacketOfAConnection() {
    redirecting().send(OUT).passes().rules("nat OUTPUT 1").to("127.0.0.1:15001");
  }

  @Test
  void laterPacketsAreTranslatedWithoutAskingNat() {
    redirecting().send(OUT + " ct=established-nat").passes().steps().to("127.0.0.1:15001");
  }

  @Test
  void aDroppedFirstPacketMakesNoConnectionSoThatTheNextOneSeesNatAgain() {
    Lab.rules(
            "*nat",
            "-A OUTPUT -p tcp -j DNAT --to-destination 10.50.0.8",
            "*filter",
            "-A OUTPUT -p tcp -j DROP")
        .inBothFamilies()
        .send(OUT + " ct=established-nat")
        .drops()
        .steps("nat OUTPUT 1", "filter OUTPUT 1");
  }

  @Test
  void establishedPacketsSkipNat() {
    redirecting().send(OUT + " ct=established").passes().steps().to("10.50.0.7:80");
  }

  @Test
  void untrackedPacketsSkipNat() {
    redirecting().send(OUT + " ct=untracked").passes().steps().to("10.50.0.7:80");
  }

  @Test
  void invalidPacketsSkipNat() {
    Lab.rules("*nat", "-A PREROUTING -p tcp -j REDIRECT --to-ports 15006")
        .inBothFamilies()
        .send(IN + " ct=invalid")
        .passes()
        .steps()
        .to("10.0.0.1:80");
  }

  @Test
  void icmpErrorsSkipNat() {
    Lab.rules("*nat", "-A PREROUTING -j DNAT --to-destination 10.0.0.2")
        .send(
            "inbound icmp 10.50.0.7 > 10.0.0.9 icmp_type=3 icmp_code=1 ct=related"
                + " inner=outbound_tcp_10.0.0.9:40000_>_10.50.0.7:80")
        .passes()
        .steps()
        .to("10.0.0.9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-A OTHER -p tcp -j SNAT --to-source 10.0.0.3",
        "-A OTHER -p tcp -j MASQUERADE",
        "-A OTHER -p tcp -j NETMAP --to 10.77.0.0/24",
        "-A OTHER -p tcp -m conntrack --ctstate NEW -j ACCEPT",
        "-A OTHER -p tcp -m state --state NEW -j ACCEPT",
        "-A OTHER -p tcp -m connmark --mark 0x1 -j ACCEPT",
        "-A OTHER -p tcp -m connlimit --connlimit-above 3 -j ACCEPT",
        "-A OTHER -m connbytes --connbytes 10 --connbytes-mode bytes --connbytes-dir both",
        "-A OTHER -m connlabel --label 3",
        "-A OTHER -m helper --helper ftp -j ACCEPT",
        "-A OTHER -m cluster --cluster-total-nodes 2 --cluster-local-node 1"
            + " --cluster-hash-seed 0x1",
        "-A OTHER -j CONNMARK --set-xmark 0x1/0x1",
      })
  void natChainsAreConsultedWhereSomeRuleEnablesConntrackThoughItIsNeverReached(String rule) {
    Lab.rules("*nat", ":OTHER - [0:0]", "-A OUTPUT -p tcp", rule)
        .inBothFamilies()
        .send(OUT)
        .passes()
        .rules("nat OUTPUT 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*mangle/-A FORWARD -j CONNSECMARK --save",
        "*filter/-A INPUT -p tcp -m conntrack --ctstate INVALID -j SYNPROXY",
        "*raw/-A PREROUTING -p udp -j CT --zone 7",
        "*raw/-A PREROUTING -p tcp -j CT --helper ftp",
        "*nat/-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2",
        "*nat/-A PREROUTING -p tcp -j REDIRECT",
      })
  void natChainsAreConsultedWhereARuleOfAnyTableEnablesConntrack(String rule) {
    String[] parts = rule.split("/", 2);
    if (parts[0].equals("*nat")) {
      Lab.rules("*nat", "-A OUTPUT -p tcp", parts[1])
          .inBothFamilies()
          .send(OUT)
          .rules("nat OUTPUT 1");
    } else {
      Lab.rules("*nat", "-A OUTPUT -p tcp", parts[0], parts[1])
          .inBothFamilies()
          .send(OUT)
          .rules("nat OUTPUT 1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*raw/-A PREROUTING -p udp -j CT --notrack",
        "*raw/-A PREROUTING -p udp -j NOTRACK",
        "*mangle/-A PREROUTING -p udp -m socket",
        "*mangle/-A PREROUTING -p udp -j TPROXY --on-port 5",
        "*raw/-A PREROUTING -m rpfilter",
        "*mangle/-A PREROUTING -p udp -j TEE --gateway 10.0.0.2",
        "*filter/-A INPUT -p udp -j NFQUEUE",
        "*filter/-A INPUT -p udp -j REJECT",
        "*mangle/-A PREROUTING -p udp -j HMARK --hmark-tuple src --hmark-mod 4"
            + " --hmark-offset 1 --hmark-rnd 0x1",
        "*filter/-A INPUT -m policy --dir in --pol none",
      })
  void natChainsAreNotConsultedUnlessSomeRuleEnablesConntrack(String rule) {
    String[] parts = rule.split("/", 2);
    Lab.rules("*nat", "-A OUTPUT -p tcp -j RETURN", parts[0], parts[1])
        .inBothFamilies()
        .send("outbound tcp 10.0.0.9:40000 > 10.50.0.7:80")
        .passes()
        .rules();
  }

  @Test
  void noPolicyIsAStepWhereNatIsNotConsulted() {
    Lab.rules("*nat", ":OUTPUT DROP [0:0]").inBothFamilies().send(OUT).passes().steps();
  }

  @Test
  void rulesOfTheOtherFamilyDoNotEnableConntrack() {
    Lab.rules("*nat", "-A OUTPUT -p tcp -j ACCEPT")
        .beside("*nat", "-A OUTPUT -p tcp -j REDIRECT")
        .send(OUT)
        .passes()
        .steps();
  }

  @Test
  void natHasFourBuiltInChains() {
    Lab inbound = Lab.rules("*nat", "-A PREROUTING", "-A INPUT -m conntrack --ctstate NEW");
    inbound.inBothFamilies().send(IN).rules("nat PREROUTING 1", "nat INPUT 1");
    Lab outbound = Lab.rules("*nat", "-A OUTPUT", "-A POSTROUTING -m conntrack --ctstate NEW");
    outbound.inBothFamilies().send(OUT).rules("nat OUTPUT 1", "nat POSTROUTING 1");
    Lab.refused("*nat", "-A FORWARD -j ACCEPT");
  }

  @Test
  void aNatPolicyDropDropsNewPacketsThatNoRuleMatched() {
    Lab dropping =
        Lab.rules("*nat", ":OUTPUT DROP [0:0]", "-A OUTPUT -p tcp --dport 81 -j REDIRECT")
            .inBothFamilies();
    dropping.send(OUT).drops().by("nat OUTPUT policy");
    dropping.send("outbound tcp 10.0.0.9:40000 > 10.50.0.7:81").passes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"established", "untracked"})
  void aNatPolicyDropDoesNotDropWhatSkipsNat(String state) {
    Lab.rules("*nat", ":OUTPUT DROP [0:0]", "-A OUTPUT -p tcp --dport 81 -j REDIRECT")
        .inBothFamilies()
        .send(OUT + " ct=" + state)
        .passes()
        .steps();
  }

  @Test
  void aNatPolicyDropDoesNotDropInvalidPackets() {
    Lab.rules("*nat", ":PREROUTING DROP [0:0]", "-A PREROUTING -p tcp --dport 81 -j REDIRECT")
        .inBothFamilies()
        .send(IN + " ct=invalid")
        .passes()
        .steps();
  }

  // What was bound without a rule is bound: nothing asks again when the packet comes round by lo.
  @Test
  void aHookThatNoRuleMatchedIsDecidedToo() {
    Lab.rules(
            "*nat",
            "-A OUTPUT -m mark --mark 0x1 -p tcp -j REDIRECT --to-ports 81",
            "-A PREROUTING -p tcp -j REDIRECT --to-ports 82",
            "-A INPUT -p tcp -j SNAT --to-source 10.60.0.1",
            "*mangle",
            "-A POSTROUTING -j MARK --set-xmark 0x1/0xffffffff")
        .inBothFamilies()
        .send("outbound tcp 10.0.0.9:40000 > 10.0.0.8:80 out=lo")
        .rules("mangle POSTROUTING 1")
        .nat("");
  }

  // Nobody has answered yet, so that the second packet of the zone is NEW as the first one was.
  @Test
  void neitherDoesTheSecondPacketAskAHookThatNoRuleMatchedAtTheFirst() {
    Lab.rules(
            "*raw",
            "-A PREROUTING -p tcp -j CT --zone 7",
            "*nat",
            "-A PREROUTING -p udp -j REDIRECT",
            "*filter",
            "-A INPUT -m conntrack --ctstate NEW")
        .inBothFamilies()
        .send(IN + " ct=established-nat flags=SYN")
        .is(steps -> steps.stream().noneMatch(step -> step.startsWith("nat ")))
        .rules("raw PREROUTING 1", "filter INPUT 1")
        .nat("");
  }
}
