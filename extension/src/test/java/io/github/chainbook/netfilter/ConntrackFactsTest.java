package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What connection tracking says of packets; each test says one fact of the kernel. */
class ConntrackFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";

  private static final String[] STATES = {
    "*filter",
    "-A INPUT -m conntrack --ctstate INVALID",
    "-A INPUT -m conntrack --ctstate NEW",
    "-A INPUT -m conntrack --ctstate RELATED",
    "-A INPUT -m conntrack --ctstate ESTABLISHED",
    "-A INPUT -m conntrack --ctstate UNTRACKED"
  };

  private static final java.util.List<String> NAMES =
      java.util.List.of("INVALID", "NEW", "RELATED", "ESTABLISHED", "UNTRACKED");

  private static void state(Lab lab, String packet, String state) {
    lab.send(packet).rules("filter INPUT " + (NAMES.indexOf(state) + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "SYN, NEW", "'SYN,PSH', NEW", "'SYN,URG', NEW", "'SYN,ECE,CWR', NEW",
    "ACK, NEW", "'ACK,PSH', NEW", "'ACK,URG', NEW", "'ACK,CWR', NEW",
    "RST, INVALID", "'FIN,ACK', INVALID", "'SYN,ACK', INVALID", "'SYN,FIN', INVALID",
    "NONE, INVALID", "URG, INVALID", "ECE, INVALID"
  })
  void tcpWithoutAConnectionIsNewOrInvalidByItsFlags(String flags, String state) {
    state(Lab.rules(STATES).inBothFamilies(), IN + " flags=" + flags, state);
  }

  @ParameterizedTest
  @CsvSource({
    "8, NEW",
    "13, NEW",
    "15, NEW",
    "17, NEW",
    "0, INVALID",
    "14, INVALID",
    "16, INVALID",
    "18, INVALID",
    "9, INVALID",
    "10, INVALID",
    "3, INVALID",
    "11, INVALID"
  })
  void icmpWithoutAConnectionIsNewOrInvalidByItsType(int type, String state) {
    state(Lab.rules(STATES), "inbound icmp 10.0.0.9 > 10.0.0.1 icmp_type=" + type, state);
  }

  @ParameterizedTest
  @CsvSource({
    "128, NEW",
    "130, UNTRACKED",
    "131, UNTRACKED",
    "132, UNTRACKED",
    "133, UNTRACKED",
    "134, UNTRACKED",
    "135, UNTRACKED",
    "136, UNTRACKED",
    "143, UNTRACKED",
    "129, INVALID",
    "1, INVALID",
    "137, INVALID",
    "144, INVALID"
  })
  void icmpv6WithoutAConnectionIsNewUntrackedOrInvalidByItsType(int type, String state) {
    Lab lab = Lab.rules(STATES).inIpv6();
    state(lab, "inbound icmpv6 10.0.0.9 > 10.0.0.1 icmp_type=" + type, state);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 128, 135})
  void icmpOfTheOtherFamilyIsInvalid(int type) {
    String rest = " 10.0.0.9 > 10.0.0.1 icmp_type=" + type;
    state(Lab.rules(STATES), "inbound icmpv6" + rest, "INVALID");
    state(Lab.rules(STATES).inIpv6(), "inbound 1" + rest, "INVALID");
  }

  @Test
  void udpLiteFromTheWireIsInvalid() {
    Lab lab = Lab.rules(STATES).inBothFamilies();
    state(lab, "inbound udplite 10.0.0.9:40000 > 10.0.0.1:80", "INVALID");
  }

  @ParameterizedTest
  @CsvSource({"1:1, false", "2, true", "1, true"})
  void aLaterPacketThatIsNewAllTheSameIsCountedBehindTheFirst(String packets, boolean holds) {
    String count =
        "-A INPUT -m connbytes --connbytes-mode packets --connbytes-dir original --connbytes ";
    Lab.rules(
            "*raw",
            "-A PREROUTING -j CT --zone 1",
            "*filter",
            "-A INPUT -m conntrack --ctstate NEW",
            count + packets)
        .send("inbound udp 10.0.0.9:40000 > 10.0.0.1:80 ct=established-nat")
        .rules(
            holds
                ? new String[] {"raw PREROUTING 1", "filter INPUT 1", "filter INPUT 2"}
                : new String[] {"raw PREROUTING 1", "filter INPUT 1"});
  }

  @Test
  void relatedCoversIcmpErrors() {
    state(
        Lab.rules(STATES),
        "inbound icmp 10.50.0.7 > 10.0.0.9 icmp_type=3 icmp_code=1 ct=related"
            + " inner=outbound_tcp_10.0.0.9:40000_>_10.50.0.7:80",
        "RELATED");
  }

  @Test
  void snatAndDnatStatesHoldOnlyWhereTheTupleReallyChanged() {
    Lab lab =
        Lab.rules(
                "*nat",
                "-A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 10.0.0.1:8080",
                "-A PREROUTING -p tcp --dport 81 -j DNAT --to-destination 10.0.0.1",
                "*filter",
                "-A INPUT -m conntrack --ctstate DNAT",
                "-A INPUT -m conntrack --ctstate SNAT")
            .inBothFamilies();
    lab.send(IN).rules("nat PREROUTING 1", "filter INPUT 1");
    lab.send("inbound tcp 10.0.0.9:40000 > 10.0.0.1:81").rules("nat PREROUTING 2");
  }

  @Test
  void snatAndDnatStatesHoldOnLaterPacketsToo() {
    Lab.rules(
            "*nat",
            "-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.1:8080",
            "*filter",
            "-A INPUT -m conntrack --ctstate DNAT")
        .inBothFamilies()
        .send(IN + " ct=established-nat")
        .rules("filter INPUT 1");
  }

  @Test
  void snatOnLaterPacketsToo() {
    Lab.rules(
            "*nat",
            "-A POSTROUTING -p tcp --dport 80 -j SNAT --to-source 10.60.0.1",
            "-A POSTROUTING -p tcp --dport 81 -j SNAT --to-source 10.0.0.9",
            "*filter",
            "-A FORWARD -m conntrack --ctstate SNAT")
        .inBothFamilies()
        .send("forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1 ct=established-nat")
        .rules("filter FORWARD 1");
    Lab.rules(
            "*nat",
            "-A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.9",
            "*filter",
            "-A FORWARD -m conntrack --ctstate SNAT")
        .inBothFamilies()
        .send("forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1 ct=established-nat")
        .rules();
  }

  @Test
  void matchStateKnowsNoSnatAndDnat() {
    Lab.refused("*filter", "-A INPUT -m state --state DNAT");
    Lab.refused("*filter", "-A INPUT -m state --state SNAT");
    Lab.rules("*filter", "-A INPUT -m state --state NEW,ESTABLISHED,RELATED,INVALID,UNTRACKED")
        .inBothFamilies()
        .send(IN)
        .rules("filter INPUT 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"untracked", "invalid"})
  void withoutAnEntryConntrackIsFalseEvenNegated(String state) {
    Lab.rules(
            "*filter",
            "-A INPUT -m conntrack --ctproto 6 -j DROP",
            "-A INPUT -m conntrack ! --ctproto 6 -j DROP",
            "-A INPUT -m conntrack --ctdir ORIGINAL -j DROP")
        .inBothFamilies()
        .send(IN + " ct=" + state)
        .passes()
        .rules();
  }

  @ParameterizedTest
  @CsvSource({"untracked, UNTRACKED", "invalid, INVALID"})
  void withoutAnEntryAStateThatHoldsIsEnough(String state, String word) {
    Lab.rules("*filter", "-A INPUT -m conntrack --ctstate " + word + " --ctproto 17 -j DROP")
        .inBothFamilies()
        .send(IN + " ct=" + state)
        .drops();
  }

  @Test
  void inRawNothingHasAnEntryYet() {
    Lab.rules(
            "*raw",
            "-A PREROUTING -m conntrack ! --ctproto 17 -j DROP",
            "-A PREROUTING -m connmark ! --mark 0x7 -j DROP")
        .inBothFamilies()
        .send(IN)
        .passes()
        .rules();
  }

  @ParameterizedTest
  @ValueSource(strings = {"untracked", "invalid"})
  void withoutAnEntryConnmarkIsFalseEvenNegated(String state) {
    Lab.rules(
            "*filter",
            "-A INPUT -m connmark --mark 0x0 -j DROP",
            "-A INPUT -m connmark ! --mark 0x7 -j DROP")
        .inBothFamilies()
        .send(IN + " ct=" + state)
        .passes()
        .rules();
  }

  @ParameterizedTest
  @ValueSource(strings = {"untracked", "invalid"})
  void withoutAnEntryANegatedHelperIsTrue(String state) {
    Lab.rules("*filter", "-A INPUT -m helper --helper ftp", "-A INPUT -m helper ! --helper ftp")
        .inBothFamilies()
        .send(IN + " ct=" + state)
        .rules("filter INPUT 2");
  }

  @Test
  void withoutAnEntryConnmarkOfATargetDoesNothing() {
    Lab.rules(
            "*mangle",
            "-A PREROUTING -j CONNMARK --set-xmark 0x7/0xffffffff",
            "-A PREROUTING -j CONNMARK --restore-mark --nfmask 0xffffffff --ctmask 0xffffffff")
        .inBothFamilies()
        .send(IN + " mark=3 ct=untracked")
        .rules("mangle PREROUTING 1", "mangle PREROUTING 2")
        .mark(3);
  }

  @Test
  void statusNoneNeverHoldsAndNegatedAlways() {
    Lab lab =
        Lab.rules(
                "*filter",
                "-A INPUT -m conntrack --ctstatus NONE -j DROP",
                "-A INPUT -m conntrack ! --ctstatus NONE")
            .inBothFamilies();
    lab.send(IN).passes().rules("filter INPUT 2");
    lab.send(IN + " ct=untracked").passes().rules();
  }
}
