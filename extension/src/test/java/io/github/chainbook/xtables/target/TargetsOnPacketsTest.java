package io.github.chainbook.xtables.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.xtables.packet.FakeConnection;
import io.github.chainbook.xtables.packet.FakePacketEdit;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NatRequest;
import io.github.chainbook.xtables.packet.RuleOf;
import io.github.chainbook.xtables.packet.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What targets make of packets; -1 stands for a number that is not known. */
class TargetsOnPacketsTest {

  private final FakePacketEdit packet = FakePacketEdit.of("10.0.0.9", "10.0.0.5");

  private static long known(FakePacketEdit packet, Field field) {
    return packet.isKnown(field) ? packet.number(field) : -1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MARK --set-xmark 0x1/0xff|0x1234|0x1201",
        "MARK --set-xmark 0x1/0x0|0x1|0x0",
        "MARK --set-xmark 0x1/0xff|-1|-1",
        "MARK --set-xmark 0x7|-1|0x7",
        "MARK --set-mark 0x7|0x100|0x7",
        "CONNMARK --restore-mark|0x55|0x0f",
        "CONNMARK --restore-mark --nfmask 0xf0 --ctmask 0xff|0x55|0x0a",
        "CONNMARK --restore-mark --nfmask 0xff --ctmask 0xff --left-shift-mark 4|0x55|0xf0",
        "CONNMARK --restore-mark|-1|0x0f"
      })
  void marks(String target, String before, String after) {
    FakeConnection connection = new FakeConnection();
    connection.mark = 0x0f;
    packet.connection = connection;
    if (!before.equals("-1")) {
      packet.set(Field.MARK, Long.decode(before));
    }
    assertThat(RuleOf.act("mangle PREROUTING -j " + target, packet)).isEqualTo(Fate.CONTINUE);
    assertThat(known(packet, Field.MARK)).isEqualTo(Long.decode(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--set-xmark 0x1/0xff|0x1201",
        "--set-xmark 0x100/0x100 --right-shift-mark 8|0x13",
        "--save-mark|0x55",
        "--save-mark --nfmask 0xf --ctmask 0xff|0x1205"
      })
  void connectionMarks(String options, String after) {
    FakeConnection connection = new FakeConnection();
    connection.mark = 0x1234;
    packet.connection = connection;
    packet.set(Field.MARK, 0x55);
    RuleOf.act("mangle PREROUTING -j CONNMARK " + options, packet);
    assertThat(connection.mark).isEqualTo(Long.decode(after));
    packet.forget(Field.MARK);
    RuleOf.act("mangle PREROUTING -j CONNMARK --save-mark", packet);
    assertThat(connection.mark).isEqualTo(-1);
    packet.connection = null;
    assertThat(RuleOf.act("mangle PREROUTING -j CONNMARK --save-mark", packet))
        .isEqualTo(Fate.CONTINUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TOS --set-tos 0x10/0x3f|TOS|0xff|0xd0",
        "TOS --set-tos 0x10|TOS|-1|0x10",
        "TOS --set-tos 0x10/0x3f|TOS|-1|-1",
        "DSCP --set-dscp 0x0a|TOS|0x03|0x2b",
        "ECN --ecn-ip-ect 2|TOS|0x03|0x02",
        "TTL --ttl-set 0|TTL|-1|0",
        "TTL --ttl-dec 5|TTL|3|0",
        "TTL --ttl-inc 255|TTL|3|255"
      })
  void bytes(String target, Field field, String before, String after) {
    if (!before.equals("-1")) {
      packet.set(field, Long.decode(before));
    }
    RuleOf.act("mangle PREROUTING -j " + target, packet);
    assertThat(known(packet, field)).isEqualTo(Long.decode(after));
  }

  @Test
  void resetsAreNotAnswered() {
    packet.set(Field.TCP_FLAGS, 2);
    String rule = "filter INPUT -p tcp -j REJECT --reject-with tcp-reset";
    assertThat(RuleOf.act(rule, packet)).isEqualTo(Fate.REJECT);
    assertThat(packet.answer).isEqualTo("tcp-reset");
    packet.answer = "";
    packet.set(Field.TCP_FLAGS, 4);
    assertThat(RuleOf.act(rule, packet)).isEqualTo(Fate.REJECT);
    assertThat(packet.answer).isEmpty();
  }

  @Test
  void badChecksumsAndErrorsAreNotAnswered() {
    packet.protocol = 1;
    packet.set(Field.ICMP_TYPE, 3);
    RuleOf.act("filter INPUT -j REJECT", packet);
    assertThat(packet.answer).isEmpty();
    packet.set(Field.ICMP_TYPE, 8);
    packet.badChecksum = Truth.YES;
    RuleOf.act("filter INPUT -j REJECT", packet);
    assertThat(packet.answer).isEmpty();
    packet.badChecksum = Truth.UNKNOWN;
    RuleOf.act("filter INPUT -j REJECT", packet);
    assertThat(packet.answer).isEqualTo("icmp-port-unreachable");
  }

  @Test
  void proxiesNeedAListener() {
    packet.ports(6, 40000, 80).with(Field.MARK, 0xff);
    String rule =
        "mangle PREROUTING -p tcp -j TPROXY --on-port 1 --on-ip 10.0.0.1 --tproxy-mark 1/3";
    packet.machine().listens = Truth.NO;
    assertThat(RuleOf.act(rule, packet)).isEqualTo(Fate.DROP);
    assertThat(packet.number(Field.MARK)).isEqualTo(0xff);
    packet.machine().listens = Truth.UNKNOWN;
    assertThat(RuleOf.act(rule, packet)).isEqualTo(Fate.DROP);
    packet.machine().listens = Truth.YES;
    assertThat(RuleOf.act(rule, packet)).isEqualTo(Fate.ACCEPT);
    assertThat(packet.number(Field.MARK)).isEqualTo(0xfd);
  }

  @Test
  void queuesMayBeBypassedWhereNobodyListens() {
    String rule = "filter INPUT -j NFQUEUE --queue-num 1 --queue-bypass";
    assertThat(RuleOf.act(rule, packet)).isEqualTo(Fate.NFQUEUE);
    packet.supposed = true;
    assertThat(RuleOf.act(rule, packet)).isEqualTo(Fate.ACCEPT);
    packet.supposed = false;
    packet.machine().complete = true;
    assertThat(RuleOf.act(rule, packet)).isEqualTo(Fate.ACCEPT);
    assertThat(RuleOf.act("filter INPUT -j NFQUEUE", packet)).isEqualTo(Fate.NFQUEUE);
  }

  @Test
  void bothWaysOfAConnectionHashAlike() {
    String rule =
        "mangle PREROUTING -j HMARK --hmark-tuple src,dst,sport,dport --hmark-rnd 5 --hmark-mod 999";
    packet.ports(6, 40000, 80);
    RuleOf.act(rule, packet);
    FakePacketEdit back = FakePacketEdit.of("10.0.0.5", "10.0.0.9").ports(6, 80, 40000);
    RuleOf.act(rule, back);
    assertThat(packet.number(Field.MARK)).isEqualTo(back.number(Field.MARK)).isLessThan(999);
    back.source = null;
    RuleOf.act(rule, back);
    assertThat(back.isKnown(Field.MARK)).isFalse();
  }

  @Test
  void prefixesAreTranslated() {
    FakePacketEdit six = FakePacketEdit.of("2001:db8::5", "2001:db8::9");
    String rule = "mangle POSTROUTING -j SNPT --src-pfx 2001:db8::/32 --dst-pfx fd00:77::/48";
    RuleOf.act(rule, six);
    assertThat(six.source).hasToString("fd00:77:0:3041::5");
    assertThat(six.destination).hasToString("2001:db8::9");
  }

  @ParameterizedTest
  @CsvSource({
    "POSTROUTING -j SNAT --to-source 1.2.3.4, SOURCE",
    "PREROUTING -j DNAT --to-destination 1.2.3.4, DESTINATION",
    "PREROUTING -j REDIRECT, REDIRECT",
    "POSTROUTING -j MASQUERADE --random, MASQUERADE",
    "PREROUTING -j NETMAP --to 1.2.3.0/24, NETMAP"
  })
  void translationsAreAskedFor(String rule, NatRequest.Kind kind) {
    assertThat(RuleOf.act("nat " + rule, packet)).isEqualTo(Fate.ACCEPT);
    assertThat(packet.request.kind()).isEqualTo(kind);
  }

  @Test
  void trackingIsConfigured() {
    RuleOf.act("raw PREROUTING -j CT --zone 5", packet);
    assertThat(packet.zone.number(false)).isEqualTo(5);
    assertThat(packet.zone.number(true)).isEqualTo(5);
    RuleOf.act("raw PREROUTING -j CT --zone mark", packet);
    assertThat(packet.zone.ofMark(0x10007).number(false)).isEqualTo(7);
    RuleOf.act("raw PREROUTING -j CT --zone-orig 5", packet);
    assertThat(packet.zone.number(false)).isEqualTo(5);
    assertThat(packet.zone.number(true)).isZero();
    RuleOf.act("raw PREROUTING -j CT --zone-orig 5 --zone-reply 6", packet);
    assertThat(packet.zone.number(false)).isEqualTo(6);
    assertThat(packet.zone.number(true)).isEqualTo(6);
    RuleOf.act("raw PREROUTING -j NOTRACK", packet);
    assertThat(packet.untracked).isTrue();
  }
}
