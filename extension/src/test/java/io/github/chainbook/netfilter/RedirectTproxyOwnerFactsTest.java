package io.github.chainbook.netfilter;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirection and rerouting; each test says one fact of the kernel. */
class RedirectTproxyOwnerFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";
  private static final String OUT = "outbound tcp 10.0.0.9:40000 > 10.50.0.7:80";

  private static Lab nat(String rule) {
    return Lab.rules("*nat", rule).inBothFamilies();
  }

  @Test
  void redirectInOutputRewritesToTheLoopbackAddress() {
    nat("-A OUTPUT -p tcp -j REDIRECT --to-ports 15001").send(OUT).to("127.0.0.1:15001");
  }

  @Test
  void redirectInPreroutingRewritesToTheFirstAddressOfTheIncomingInterface() {
    Lab.rules("*nat", "-A PREROUTING -p tcp -j REDIRECT --to-ports 15006")
        .having("eth0", "10.0.0.3/24", "10.0.0.1/24")
        .send(IN)
        .to("10.0.0.3:15006");
    nat("-A PREROUTING -p tcp -j REDIRECT --to-ports 15006").send(IN).toStandardOf("eth0", 15006);
  }

  @Test
  void redirectOfIpv6TakesTheNewestGlobalAddress() {
    Lab.rules("*nat", "-A PREROUTING -p tcp -j REDIRECT --to-ports 15006")
        .inIpv6()
        .having("eth0", "10.0.0.3/24", "10.0.0.1/24")
        .send(IN)
        .to("10.0.0.1:15006");
  }

  @Test
  void redirectOfIpv6TakesALinkLocalAddressForALinkLocalDestination() {
    Lab.rules("*nat", "-A PREROUTING -p tcp -j REDIRECT --to-ports 15006")
        .inIpv6()
        .having("eth0", "10.0.0.3/24", "fe80::1/64")
        .send("inbound tcp [fe80::9]:40000 > [fe80::1]:80")
        .to("[fe80::1]:15006");
  }

  @Test
  void redirectDropsWhereTheInterfaceHasNoAddress() {
    Lab.rules("*nat", "-A PREROUTING -p tcp -j REDIRECT --to-ports 15006")
        .having("eth0", "fd00::1/64")
        .send(IN)
        .drops()
        .by("nat PREROUTING 1");
  }

  @Test
  void theRestOfTheHookSeesTheOldInterfaceAndPostroutingTheNewOne() {
    Lab.rules(
            "*nat",
            "-A OUTPUT -p tcp -j REDIRECT --to-ports 15001",
            "*filter",
            "-A OUTPUT -o eth0",
            "-A OUTPUT -o lo",
            "*mangle",
            "-A POSTROUTING -o lo")
        .inBothFamilies()
        .send(OUT)
        .rules("nat OUTPUT 1", "filter OUTPUT 1", "mangle POSTROUTING 1");
  }

  private static Lab marked(String... rules) {
    return Lab.rules(rules)
        .having("eth0", "10.0.0.9/24")
        .having("eth1", "10.60.0.9/24")
        .routed("default via 10.0.0.254 dev eth0")
        .configured(
            "rule add fwmark 1 lookup 133", "route add default via 10.60.0.254 dev eth1 table 133");
  }

  @Test
  void aMarkSetInMangleOutputRoutesAgain() {
    marked("*mangle", "-A OUTPUT -j MARK --set-xmark 0x1/0xffffffff", "-A POSTROUTING -o eth1")
        .send(OUT)
        .rules("mangle OUTPUT 1", "mangle POSTROUTING 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw", "nat", "filter"})
  void aMarkSetElsewhereDoesNotRouteAgain(String table) {
    marked(
            "*" + table,
            "-A OUTPUT -j MARK --set-xmark 0x1/0xffffffff",
            "*mangle",
            "-A POSTROUTING -o eth1",
            "-A FORWARD -m conntrack --ctstate NEW")
        .send(OUT)
        .rules(table + " OUTPUT 1")
        .hooks("OUTPUT -> eth0", "POSTROUTING -> eth0")
        .mark(1);
  }

  // The mark, which raw has set, counts as soon as anything makes the kernel route again.
  private static Lab markedInRaw(String... rules) {
    String[] all = new String[rules.length + 2];
    all[0] = "*raw";
    all[1] = "-A OUTPUT -j MARK --set-xmark 0x1/0xffffffff";
    System.arraycopy(rules, 0, all, 2, rules.length);
    return marked(all);
  }

  @ParameterizedTest
  @CsvSource({
    "TOS --set-tos 0x10/0xff, eth1",
    "DSCP --set-dscp 0x08, eth1",
    "TTL --ttl-set 9, eth0",
    "TOS --set-tos 0x0/0xff, eth0",
    "CONNMARK --set-xmark 0x5/0xffffffff, eth0"
  })
  void tosOfIpv4ChangedInMangleOutputRoutesAgain(String target, String device) {
    markedInRaw("*mangle", "-A OUTPUT -j " + target)
        .send(OUT)
        .hooks("OUTPUT -> eth0", "POSTROUTING -> " + device);
  }

  @ParameterizedTest
  @CsvSource({
    "TOS --set-tos 0x10/0xff, eth1",
    "HL --hl-set 9, eth1",
    "HL --hl-set 64, eth0",
    "CONNMARK --set-xmark 0x5/0xffffffff, eth0"
  })
  void trafficClassAndHopLimitOfIpv6ChangedInMangleOutputRouteAgain(String target, String device) {
    markedInRaw("*mangle", "-A OUTPUT -j " + target)
        .inIpv6()
        .configured(
            "-6 rule add fwmark 1 lookup 133",
            "-6 route add default via 10.60.0.254 dev eth1 table 133")
        .send(OUT)
        .hooks("OUTPUT -> eth0", "POSTROUTING -> " + device);
  }

  @ParameterizedTest
  @CsvSource({":81, eth0", "10.50.0.8, eth1"})
  void onlyANewAddressOfNatOutputRoutesAgain(String to, String device) {
    markedInRaw("*nat", "-A OUTPUT -p tcp -j DNAT --to-destination " + to)
        .send(OUT)
        .hooks("OUTPUT -> eth0", "POSTROUTING -> " + device);
  }

  @Test
  void theOldDestinationStaysInConntrack() {
    Lab.rules(
            "*nat",
            "-A OUTPUT -p tcp -j REDIRECT --to-ports 15001",
            "*filter",
            "-A OUTPUT -p tcp -m conntrack --ctorigdst 10.50.0.7 --ctorigdstport 80")
        .inBothFamilies()
        .send(OUT)
        .rules("nat OUTPUT 1", "filter OUTPUT 1")
        .to("127.0.0.1:15001");
  }

  @Test
  void theInboundSourceOfASidecarIsReturnedUntouched() {
    Lab.rules(
            "*nat",
            ":ISTIO_OUTPUT - [0:0]",
            "-A OUTPUT -p tcp -j ISTIO_OUTPUT",
            "-A ISTIO_OUTPUT -s 127.0.0.6/32 -o lo -j RETURN",
            "-A ISTIO_OUTPUT -p tcp -j REDIRECT --to-ports 15001")
        .send("outbound tcp 127.0.0.6:40000 > 10.0.0.8:80 out=lo")
        .passes()
        .rules("nat OUTPUT 1", "nat ISTIO_OUTPUT 1")
        .nat("");
  }

  @ParameterizedTest
  @CsvSource({"-p tcp, tcp:15006, 0x11", "-p tcp, tcp:15007, drop", "-p tcp, udp:15006, drop"})
  void tproxyNeedsAListenerAndThenMarks(String protocol, String listener, String mark) {
    Seen seen =
        Lab.rules(
                "*mangle",
                "-A PREROUTING "
                    + protocol
                    + " -j TPROXY --on-port 15006 --on-ip 0.0.0.0 --tproxy-mark 0x1/0x3")
            .listening(listener)
            .send(IN + " mark=0x12");
    if (mark.equals("drop")) {
      seen.drops().by("mangle PREROUTING 1");
    } else {
      seen.passes().mark(Long.decode(mark));
    }
  }

  @ParameterizedTest
  @CsvSource({"tcp:15006, false, true", "tcp:10.0.0.1@15006, true, true", "'', false, false"})
  void matchSocketFindsTheSocketThatTproxyHasFound(
      String listener, boolean anyway, boolean nowildcard) {
    List<String> rules = new ArrayList<>();
    if (!listener.isEmpty()) {
      rules.add("mangle PREROUTING 1");
    }
    if (anyway) {
      rules.add("filter INPUT 1");
    }
    if (nowildcard) {
      rules.add("filter INPUT 2");
    }
    String guard = listener.isEmpty() ? "-s 10.9.9.9 " : "";
    Lab.rules(
            "*mangle",
            "-A PREROUTING " + guard + "-p tcp -j TPROXY --on-port 15006 --on-ip 10.0.0.1",
            "*filter",
            "-A INPUT -m socket --transparent",
            "-A INPUT -m socket --transparent --nowildcard")
        .listening(listener.isEmpty() ? "tcp:9" : listener)
        .send("inbound tcp 10.0.0.9:40000 > 10.0.0.1:80")
        .rules(rules.toArray(String[]::new));
  }

  @Test
  void tproxyMarksByXor() {
    Lab.rules("*mangle", "-A PREROUTING -p tcp -j TPROXY --on-port 5 --tproxy-mark 0x6/0x4")
        .listening("tcp:5")
        .send(IN + " mark=0x3")
        .mark((0x3 & ~0x4) ^ 0x6);
  }

  @Test
  void tproxyTakesTheFirstAddressOfTheIncomingInterface() {
    Lab lab =
        Lab.rules("*mangle", "-A PREROUTING -p tcp -j TPROXY --on-port 5 --tproxy-mark 0x1")
            .having("eth0", "10.0.0.3/24", "10.0.0.1/24");
    lab.listening("tcp:10.0.0.3@5").send(IN).passes().mark(1);
    lab.listening("tcp:10.0.0.1@5").send(IN).drops();
  }

  @Test
  void tproxyEndsMangleOnly() {
    Lab.rules(
            "*mangle",
            "-A PREROUTING -p tcp -j TPROXY --on-port 5",
            "-A PREROUTING",
            "*nat",
            "-A PREROUTING -p tcp -j REDIRECT --to-ports 5")
        .listening("tcp:5")
        .send(IN)
        .rules("mangle PREROUTING 1", "nat PREROUTING 1");
  }

  @Test
  void itIsSaidThatWhatFollowsTproxyDependsOnRoutes() {
    Lab lab =
        Lab.rules("*mangle", "-A PREROUTING -p tcp --dport 80 -j TPROXY --on-port 5")
            .listening("tcp:5");
    lab.send(IN).note("where a packet goes that TPROXY took depends on ip rule and ip route");
    lab.send(IN.replace(":80", ":81")).note("");
    lab.having("eth0", "10.0.0.1/24").routed("default via 10.0.0.254 dev eth0");
    lab.send(IN).passes().note("");
  }

  @Test
  void tproxyNeedsTcpOrUdp() {
    Lab.refused("*mangle", "-A PREROUTING -j TPROXY --on-port 5");
    Lab.refused("*mangle", "-A PREROUTING ! -p tcp -j TPROXY --on-port 5");
    Lab.refused("*mangle", "-A PREROUTING -p icmp -j TPROXY --on-port 5");
    Lab.loads("*mangle", "-A PREROUTING -p udp -j TPROXY --on-port 5");
  }
}
