package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where matches and targets are legal, and odd answers; each test says one fact of the kernel. */
class PlaceFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";

  private static String[] table(String spec) {
    return spec.split("/", 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*mangle/-A PREROUTING -j CLASSIFY --set-class 1:2",
        "*filter/-A INPUT -j TOS --set-tos 0x10",
        "*filter/-A INPUT -j DSCP --set-dscp 1",
        "*filter/-A INPUT -j TTL --ttl-set 5",
        "*filter/-A INPUT -p tcp -j TPROXY --on-port 5",
        "*mangle/-A INPUT -p tcp -j TPROXY --on-port 5",
        "*mangle/-A PREROUTING -j CT --notrack",
        "*mangle/-A PREROUTING -j NOTRACK",
        "*mangle/-A PREROUTING -j REJECT",
        "*mangle/-A OUTPUT -m mac --mac-source 00:11:22:33:44:55",
        "*mangle/-A POSTROUTING -m mac --mac-source 00:11:22:33:44:55",
        "*mangle/-A FORWARD -m socket",
        "*mangle/-A OUTPUT -m socket",
        "*mangle/-A PREROUTING -m owner --uid-owner 0",
        "*mangle/-A FORWARD -m owner --uid-owner 0",
        "*mangle/-A INPUT -j CLASSIFY --set-class 1:2",
        "*filter/-A INPUT -m owner --uid-owner 0",
        "*filter/-A INPUT -j REDIRECT",
        "*nat/-A POSTROUTING -p tcp -j REDIRECT",
        "*nat/-A INPUT -p tcp -j REDIRECT",
        "*nat/-A OUTPUT -j DROP",
        "*filter/-A OUTPUT -i eth0 -j DROP",
        "*filter/-A INPUT -o eth0 -j DROP",
        "*filter/-A INPUT -j NOWHERE",
        "*filter/-A INPUT -g ACCEPT",
        "*filter/-A INPUT -j REJECT --reject-with tcp-reset",
      })
  void thisIsRefusedHere(String spec) {
    Lab.refused(table(spec));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*mangle/-A FORWARD -j CLASSIFY --set-class 1:2",
        "*mangle/-A OUTPUT -j CLASSIFY --set-class 1:2",
        "*mangle/-A INPUT -j TOS --set-tos 0x10",
        "*mangle/-A INPUT -j DSCP --set-dscp 1",
        "*mangle/-A INPUT -j TTL --ttl-set 5",
        "*raw/-A PREROUTING -j NOTRACK",
        "*raw/-A OUTPUT -j CT --notrack",
        "*filter/-A FORWARD -j REJECT",
        "*nat/-A OUTPUT -j MARK --set-xmark 0x1/0xffffffff",
        "*mangle/-A OUTPUT -j MARK --set-xmark 0x1/0xffffffff",
        "*security/-A INPUT -j MARK --set-xmark 0x1/0xffffffff",
        "*raw/-A PREROUTING -j CONNMARK --set-xmark 0x1/0xffffffff",
        "*security/-A INPUT -j CONNMARK --set-xmark 0x1/0xffffffff",
        "*filter/-A FORWARD -m mac --mac-source 00:11:22:33:44:55",
        "*mangle/-A POSTROUTING -j CLASSIFY --set-class 1:2",
        "*raw/-A OUTPUT -j MARK --set-xmark 0x1/0xffffffff",
        "*filter/-A INPUT -j MARK --set-xmark 0x1/0xffffffff",
        "*nat/-A OUTPUT -j CONNMARK --set-xmark 0x1/0xffffffff",
        "*mangle/-A PREROUTING -m socket",
        "*mangle/-A INPUT -m socket",
        "*mangle/-A POSTROUTING -m owner --uid-owner 0",
        "*nat/:OUTPUT DROP [0:0]",
      })
  void thisLoadsHere(String spec) {
    Lab.loads(table(spec));
  }

  @Test
  void hooksAreNotCheckedInUnreachableChainsButProtocolsAre() {
    Lab.loads("*filter", ":U - [0:0]", "-A U -m owner --uid-owner 0");
    Lab.refused("*filter", ":U - [0:0]", "-A U -j REJECT --reject-with tcp-reset");
    Lab.refused("*filter", ":U - [0:0]", "-A U -j CT --notrack");
  }

  @Test
  void theStepThatDecidedAnAcceptIsTheLastOfFilter() {
    Lab.rules("*filter", "-A INPUT -j ACCEPT", "*nat", "-A INPUT", "-A PREROUTING -j REDIRECT")
        .inBothFamilies()
        .send(IN)
        .by("filter INPUT 1");
  }

  @Test
  void itIsTheLastOfAllWithoutFilter() {
    Lab.rules("*raw", "-A PREROUTING").with(Backend.NFT).send(IN).by("raw PREROUTING policy");
  }

  @Test
  void noStepDecidedWhereNoTableWasConsulted() {
    Lab.rules("*filter", "-A FORWARD").with(Backend.NFT).send(IN).passes().by("");
  }

  @Test
  void noStepDecidedWhatHasNoRoute() {
    Lab.rules("*mangle", "-A PREROUTING")
        .send("forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1 ttl=1")
        .verdict("UNROUTED")
        .by("");
  }

  @Test
  void tosAndTtlAreNotToldByNftWhereATableThatChangesThemDrops() {
    Lab lab = Lab.rules("*mangle", "-A INPUT -j TOS --set-tos 0x10/0xff", "-A INPUT -j DROP");
    lab.with(Backend.NFT).send(IN).drops().tos(Header.NOT_KNOWN).ttl(Header.NOT_KNOWN);
    lab.with(Backend.LEGACY).send(IN).drops().tos(0x10).ttl(64);
  }
}
