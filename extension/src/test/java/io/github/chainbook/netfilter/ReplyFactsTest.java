package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a reply is translated back; each test says one fact of the kernel. */
class ReplyFactsTest {

  private static final String FIRST =
      " ct=reply inner=forward_tcp_10.0.0.9:40000_>_10.50.0.7:80_out=eth1";
  private static final String REPLY =
      "forward tcp 10.50.0.8:8080 > 10.60.0.1:40000 in=eth1 out=eth0";
  private static final String[] NAT = {
    "*nat",
    "-A PREROUTING -p tcp -j DNAT --to-destination 10.50.0.8:8080",
    "-A POSTROUTING -p tcp -j SNAT --to-source 10.60.0.1",
  };

  private static Lab gateway(String... rules) {
    String[] all = java.util.Arrays.copyOf(NAT, NAT.length + rules.length);
    System.arraycopy(rules, 0, all, NAT.length, rules.length);
    return Lab.rules(all).inBothFamilies();
  }

  @Test
  void theDestinationIsRestoredInPreroutingBehindMangle() {
    gateway(
            "*mangle",
            "-A PREROUTING -d 10.60.0.1",
            "-A FORWARD -d 10.0.0.9",
            "-A FORWARD -d 10.60.0.1")
        .send(REPLY + FIRST)
        .rules("mangle PREROUTING 1", "mangle FORWARD 1")
        .to("10.0.0.9:40000");
  }

  @Test
  void filterForwardSeesTheRealServer() {
    gateway("*filter", "-A FORWARD -s 10.50.0.8 -p tcp -m tcp --sport 8080 -d 10.0.0.9")
        .send(REPLY + FIRST)
        .passes()
        .rules("filter FORWARD 1")
        .from("10.50.0.7:80");
  }

  @Test
  void theSourceIsRestoredInPostroutingBehindMangle() {
    gateway("*mangle", "-A POSTROUTING -s 10.50.0.8", "-A POSTROUTING -s 10.50.0.7")
        .send(REPLY + FIRST)
        .rules("mangle POSTROUTING 1")
        .from("10.50.0.7:80");
  }

  @Test
  void filterInputSeesTheRealServerAndSecurityOfNftNoLonger() {
    Lab lab =
        Lab.rules(
                "*nat",
                "-A OUTPUT -p tcp -j DNAT --to-destination 10.50.0.8:8080",
                "*filter",
                "-A INPUT -s 10.50.0.8",
                "*security",
                "-A INPUT -s 10.50.0.7")
            .inBothFamilies();
    String reply =
        "inbound tcp 10.50.0.8:8080 > 10.0.0.9:40000"
            + " ct=reply inner=outbound_tcp_10.0.0.9:40000_>_10.50.0.7:80";
    lab.with(Backend.LEGACY).send(reply).rules("filter INPUT 1").from("10.50.0.7:80");
    lab.with(Backend.NFT).send(reply).rules("filter INPUT 1", "security INPUT 1");
  }

  @Test
  void theDestinationIsRestoredInOutputBeforeFilter() {
    Lab.rules(
            "*nat",
            "-A INPUT -p tcp -j SNAT --to-source 10.60.0.1",
            "*mangle",
            "-A OUTPUT -d 10.60.0.1",
            "*filter",
            "-A OUTPUT -d 10.0.0.9")
        .inBothFamilies()
        .send(
            "outbound tcp 10.0.0.1:80 > 10.60.0.1:40000"
                + " ct=reply inner=inbound_tcp_10.0.0.9:40000_>_10.0.0.1:80")
        .rules("mangle OUTPUT 1", "filter OUTPUT 1")
        .to("10.0.0.9:40000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ESTABLISHED", "SNAT", "DNAT"})
  void repliesAreOfTheStatesOfTheirConnection(String state) {
    gateway("*filter", "-A FORWARD -m conntrack --ctstate " + state + " --ctdir REPLY")
        .send(REPLY + FIRST + " flags=SYN,ACK")
        .rules("filter FORWARD 1");
  }

  @Test
  void whatAnswersNothingIsNoReply() {
    gateway("*filter", "-A FORWARD -m conntrack --ctstate INVALID")
        .send(REPLY.replace(":8080", ":8081") + FIRST + " flags=SYN,ACK")
        .rules("filter FORWARD 1");
  }
}
