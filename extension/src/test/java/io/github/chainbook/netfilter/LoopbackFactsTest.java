package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;

/** Packets that come back by {@code lo}; each test says one fact of the kernel. */
class LoopbackFactsTest {

  private static final String ROUND = "outbound tcp 10.0.0.9:40000 > 10.0.0.8:80 out=lo";

  @Test
  void whatLoopsPassesFourHooks() {
    Lab.rules("*mangle", "-A PREROUTING -j MARK --set-xmark 0x1/0x1")
        .inBothFamilies()
        .send(ROUND)
        .passes()
        .hooks("OUTPUT -> lo", "POSTROUTING -> lo", "PREROUTING lo ->", "INPUT lo ->");
  }

  @Test
  void natPreroutingAndInputAreNotConsultedForWhatLoops() {
    Lab.rules("*nat", "-A PREROUTING -j REDIRECT", "-A INPUT", "-A OUTPUT", "-A POSTROUTING")
        .inBothFamilies()
        .send(ROUND)
        .rules("nat OUTPUT 1", "nat POSTROUTING 1");
  }

  @Test
  void rawMangleAndFilterAreConsultedForWhatLoops() {
    Lab.rules(
            "*raw", "-A PREROUTING", "*mangle", "-A PREROUTING", "-A INPUT", "*filter", "-A INPUT")
        .inBothFamilies()
        .send(ROUND)
        .rules("raw PREROUTING 1", "mangle PREROUTING 1", "mangle INPUT 1", "filter INPUT 1");
  }

  @Test
  void markConnmarkAndTosSurviveTheLoop() {
    Lab.rules(
            "*mangle",
            "-A OUTPUT -j MARK --set-xmark 0x5/0xffffffff",
            "-A OUTPUT -j CONNMARK --set-xmark 0x6/0xffffffff",
            "-A OUTPUT -j TOS --set-tos 0x10/0xff",
            "-A INPUT -m mark --mark 0x5 -m connmark --mark 0x6 -m tos --tos 0x10/0xff")
        .inBothFamilies()
        .send(ROUND)
        .rules("mangle OUTPUT 1", "mangle OUTPUT 2", "mangle OUTPUT 3", "mangle INPUT 1")
        .mark(5)
        .tos(0x10);
  }

  @Test
  void macIsFalseForWhatLoopsAndNegatedToo() {
    Lab.rules(
            "*filter",
            "-A INPUT -m mac --mac-source 00:11:22:33:44:55 -j DROP",
            "-A INPUT -m mac ! --mac-source 00:11:22:33:44:55 -j DROP")
        .inBothFamilies()
        .send(ROUND)
        .passes()
        .rules();
  }

  @Test
  void untrackedFromOutputStaysSo() {
    Lab.rules(
            "*raw",
            "-A OUTPUT -j CT --notrack",
            "*filter",
            "-A INPUT -m conntrack --ctstate UNTRACKED")
        .inBothFamilies()
        .send(ROUND)
        .rules("raw OUTPUT 1", "filter INPUT 1");
  }

  @Test
  void invalidFromOutputStaysSo() {
    Lab.rules("*filter", "-A INPUT -m conntrack --ctstate INVALID")
        .inBothFamilies()
        .send(ROUND + " flags=RST")
        .rules("filter INPUT 1");
  }
}
