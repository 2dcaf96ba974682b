package io.github.chainbook.netfilter.ipset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.xtables.packet.FakePacketEdit;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.SetView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.SetReference.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpSetsTest {

  private static Truth in(String save, String sides, FakePacketEdit packet) {
    return in(save, sides, packet, false);
  }

  private static Truth in(String save, String sides, FakePacketEdit packet, boolean nomatch) {
    return set(save).contains(packet, sides(sides), nomatch);
  }

  private static SetView set(String save) {
    IpSets sets = IpSets.parse(save.replace("; ", "\n"));
    assertThat(sets.problems()).isEmpty();
    return sets.set("s").orElseThrow();
  }

  private static List<Side> sides(String words) {
    List<Side> sides = new ArrayList<>();
    for (String word : words.split(",")) {
      sides.add(word.equals("src") ? Side.SRC : Side.DST);
    }
    return sides;
  }

  private static FakePacketEdit tcp() {
    FakePacketEdit packet = FakePacketEdit.of("10.0.0.9", "10.1.0.5").ports(6, 40000, 80);
    packet.mac = 0x020000000001L;
    return packet.with(Field.MARK, 0x1ff);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bitmap:ip range 10.0.0.0/24; add s 10.0.0.8-10.0.0.10|src|YES",
        "bitmap:ip range 10.0.0.0-10.0.255.255 netmask 24; add s 10.0.0.0|src|YES",
        "bitmap:ip range 10.0.0.0/24; add s 10.0.0.8|src|NO",
        "bitmap:ip,mac range 10.0.0.0/24; add s 10.0.0.9,02:00:00:00:00:01|src,src|YES",
        "bitmap:ip,mac range 10.0.0.0/24; add s 10.0.0.9,02:00:00:00:00:02|src,src|NO",
        "bitmap:ip,mac range 10.0.0.0/24; add s 10.0.0.9|src,src|YES",
        "bitmap:ip,mac range 10.0.0.0/24; add s 10.0.0.9,02:00:00:00:00:01|src,dst|UNKNOWN",
        "bitmap:ip,mac range 10.0.0.0/24; add s 10.0.0.8,02:00:00:00:00:01|src,dst|NO",
        "hash:ip,mac; add s 10.0.0.9,02:00:00:00:00:01|dst,dst|NO",
        "bitmap:port range 0-1023; add s 70-90|dst|YES",
        "bitmap:port range 0-1023; add s http|src|NO",
        "hash:ip; add s 10.0.0.9 timeout 5 packets 1 bytes 2 comment \"a b\"|src|YES",
        "hash:ip; add s 10.0.0.8/29|src|YES",
        "hash:ip netmask 16; add s 10.1.9.9|dst|YES",
        "hash:ip bitmask 255.0.0.255; add s 10.7.7.5|dst|YES",
        "hash:mac; add s 02:00:00:00:00:01|src|YES",
        "hash:mac; add s 02:00:00:00:00:01|dst|UNKNOWN",
        "hash:ip,mac; add s 10.1.0.5,02:00:00:00:00:01|dst,src|YES",
        "hash:ip,port; add s 10.1.0.5,80|dst,dst|YES",
        "hash:ip,port; add s 10.1.0.5,udp:80|dst,dst|NO",
        "hash:ip,port; add s 10.1.0.5,80|dst|NO",
        "hash:ip,port; add s 10.1.0.5,80|dst,dst,src|YES",
        "hash:ip,port,ip; add s 10.0.0.9,tcp:79-81,10.1.0.5|src,dst,dst|YES",
        "hash:ip,port,net; add s 10.0.0.9,80,10.1.0.0/16|src,dst,dst|YES",
        "hash:ip,mark markmask 0xff; add s 10.0.0.9,0xff|src,src|YES",
        "hash:ip,mark; add s 10.0.0.9,0xff|src,src|NO",
        "hash:net; add s 10.0.0.0/8; add s 10.0.0.0/24 nomatch|src|NO",
        "hash:net; add s 10.0.0.0/8 nomatch; add s 10.0.0.0/24|src|YES",
        "hash:net; add s 10.0.0.1-10.0.0.9|src|YES",
        "hash:net,net; add s 10.0.0.0/24,10.1.0.0/16|src,dst|YES",
        "hash:net,net; add s 10.0.0.0/24,10.1.0.0/16; add s 10.0.0.9,10.0.0.0/8 nomatch|src,dst|NO",
        "hash:net,port; add s 10.0.0.0/24,tcp:0-100|src,dst|YES",
        "hash:net,port,net; add s 10.0.0.0/24,80,0.0.0.0/0|src,dst,dst|YES",
        "hash:net,iface; add s 10.0.0.0/8,eth0|src,src|YES",
        "hash:net,iface; add s 10.0.0.0/8,et wildcard|src,src|YES",
        "hash:net,iface; add s 10.0.0.0/8,eth0; add s 10.0.0.0/24,eth1|src,src|NO",
        "hash:net,iface; add s 10.0.0.0/8,physdev:eth0|src,src|NO",
        "hash:net,iface; add s 10.0.0.0/8,eth0|src,dst|NO",
        "hash:ip family inet6; add s ::1|src|NO"
      })
  void types(String save, String sides, Truth truth) {
    assertThat(in("create s " + save, sides, tcp())).isEqualTo(truth);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8, 0, icmp:echo-request, YES",
    "1, 8, 0, icmp:8/0, YES",
    "1, 3, 1, icmp:host-unreachable, YES",
    "1, 3, 1, icmp:3/2, NO",
    "50, 0, 0, esp:0, YES",
    "47, 0, 0, esp:0, NO"
  })
  void protocolsWithoutPorts(int protocol, int type, int code, String port, Truth truth) {
    FakePacketEdit packet = tcp().with(Field.ICMP_TYPE, type).with(Field.ICMP_CODE, code);
    packet.protocol = protocol;
    assertThat(in("create s hash:ip,port; add s 10.0.0.9," + port, "src,src", packet))
        .isEqualTo(truth);
  }

  @Test
  void laterFragmentsHaveNoPorts() {
    FakePacketEdit packet = tcp();
    packet.fragmentOffset = 8;
    assertThat(in("create s hash:ip,port; add s 10.0.0.9,0", "src,src", packet))
        .isEqualTo(Truth.NO);
    packet.protocol = 50;
    assertThat(in("create s hash:ip,port; add s 10.0.0.9,esp:0", "src,src", packet))
        .isEqualTo(Truth.YES);
  }

  @Test
  void exceptionsAreFoundIfAskedFor() {
    String save = "create s hash:net; add s 10.0.0.0/8; add s 10.0.0.0/24 nomatch";
    assertThat(in(save, "src", tcp(), true)).isEqualTo(Truth.YES);
    assertThat(in(save, "dst", tcp(), true)).isEqualTo(Truth.NO);
    assertThat(in("create s hash:ip; add s 10.0.0.9", "src", tcp(), true)).isEqualTo(Truth.YES);
  }

  @Test
  void whatIsNotKnownIsUnknown() {
    FakePacketEdit packet = tcp();
    packet.source = null;
    packet.forget(Field.DESTINATION_PORT);
    assertThat(in("create s hash:ip", "src", packet)).isEqualTo(Truth.NO);
    assertThat(in("create s hash:ip; add s 1.2.3.4", "src", packet)).isEqualTo(Truth.UNKNOWN);
    assertThat(in("create s hash:ip; add s 10.1.0.5", "dst", packet)).isEqualTo(Truth.YES);
    assertThat(in("create s hash:ip,port; add s 10.1.0.6,80", "dst,dst", packet))
        .isEqualTo(Truth.NO);
    assertThat(in("create s hash:net,port; add s 10.1.0.0/16,80", "dst,dst", packet))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(in("create s hash:ip,port; add s 10.1.0.5,udp:80", "dst,dst", packet))
        .isEqualTo(Truth.NO);
    assertThat(in("create s bitmap:port range 0-9; add s 1", "dst", packet))
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void listsAskTheirSets() {
    String save =
        "create a hash:ip,port; add a 10.0.0.9,80; create b hash:net skbinfo;"
            + " add b 10.1.0.0/16 skbmark 0x1/0xff; create s list:set; add s b; add s a before b";
    assertThat(in(save, "src,dst", tcp())).isEqualTo(Truth.YES);
    assertThat(in(save, "src", tcp())).isEqualTo(Truth.NO);
    assertThat(in(save, "dst", tcp())).isEqualTo(Truth.YES);
    assertThat(set(save).mark(tcp(), sides("dst"))).isEqualTo(new Mark(1, 0xff));
  }

  @Test
  void setsChange() {
    SetView set = set("create s hash:net; add s 10.1.0.0/16");
    SetView more = set.changed(tcp(), sides("src"), true);
    assertThat(more.contains(tcp(), sides("src"), false)).isEqualTo(Truth.YES);
    assertThat(set.contains(tcp(), sides("src"), false)).isEqualTo(Truth.NO);
    SetView less = more.changed(tcp(), sides("src"), false);
    assertThat(less.contains(tcp(), sides("src"), false)).isEqualTo(Truth.NO);
    assertThat(less.contains(tcp(), sides("dst"), false)).isEqualTo(Truth.YES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add s 1.2.3.4|1",
        "create s hash:nosuch|1",
        "create s hash:ip; create s hash:ip|2",
        "create s hash:ip; add s 1.2.3|2",
        "create s hash:ip; add s 1.2.3.4; add s 1.2.3.4|3",
        "create s hash:ip; add s 1.2.3.4 nosuch 5|2",
        "create s hash:ip maxelem 2; add s 1.2.3.0/24|2",
        "create s hash:ip family inet6; add s 1.2.3.4|2",
        "create s bitmap:ip range 10.0.0.0/24; add s 10.0.1.0|2",
        "create s hash:ip,port; add s 1.2.3.4|2",
        "create s hash:ip,port; add s 1.2.3.4,icmp:nosuch|2",
        "create s list:set; add s nosuch|2",
        "create s hash:ip; del s 1.2.3.4|2",
        "create s hash:ip; add s 1.2.3.4 comment \"x|2",
        "nosuch s|1"
      })
  void mistakesHaveTheirLine(String save, int line) {
    List<Diagnostic> problems = IpSets.parse(save.replace("; ", "\n")).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).position().line()).isEqualTo(line);
    assertThat(problems.get(0).isError()).isTrue();
  }

  @Test
  void greatSetsAreLookedUpByHash() {
    StringBuilder save = new StringBuilder("create s hash:net maxelem 200000\n");
    for (int i = 0; i < 100_000; i++) {
      save.append("add s %d.%d.%d.0/24\n".formatted(20 + (i >> 16), i >> 8 & 255, i & 255));
    }
    SetView set = set(save.append("add s 10.0.0.0/30").toString());
    FakePacketEdit packet = tcp();
    List<Side> source = sides("src");
    boolean found = false;
    long before = System.nanoTime();
    for (int i = 0; i < 100_000; i++) {
      found |= set.contains(packet, source, false) != Truth.NO;
    }
    assertThat(found).isFalse();
    assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
  }
}
