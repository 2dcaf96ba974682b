package io.github.chainbook.xtables.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.FakeConnection;
import io.github.chainbook.xtables.packet.FakePacket;
import io.github.chainbook.xtables.packet.FakePackets;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What matches say of single packets, above all where something is not known or not there. {@link
 * MatchesOfKernelTest} has the rest.
 */
class MatchTruthTest {

  // 0.0.0.0:1000 to 10.0.0.2:80, SYN and ECE, tos 0xb9, ttl 64, mark 0; options MSS 1460 and NOP.
  private static final String TCP =
      "45b90030000140004006000000000000"
          + "0a000002"
          + "03e8005000000001000000007042faf000000000"
          + "020405b401010101";

  private static FakePacket tcp() {
    return FakePackets.ofHex(TCP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-p tcp -m tcp --sport 1000 --dport 80 --syn --tcp-option 2 ; YES",
        "-p tcp -m tcp --dport 81 ; NO",
        "-p tcp -m tcp ! --dport 81 ; YES",
        "-p tcp -m tcp ! --syn ; NO",
        "-p tcp -m tcp --tcp-option 8 ; NO",
        "-p tcp -m tcp ! --tcp-option 8 ; YES",
        "-p tcp -m multiport --ports 22,80 ; YES",
        "-p tcp -m multiport --sports 22,80 ; NO",
        "-p tcp -m multiport ! --dports 1:79,81:100 ; YES",
        "-m length --length 48 ; YES",
        "-m length ! --length 40:50 ; NO",
        "-m ttl --ttl-lt 64 ; NO",
        "-m ttl ! --ttl-eq 64 ; NO",
        "-m ttl --ttl-gt 63 ; YES",
        "-m tos --tos 0xb8/0xfc ; YES",
        "-m tos ! --tos 0xb8/0xfc ; NO",
        "-m dscp --dscp-class EF ; YES",
        "-p tcp -m ecn --ecn-tcp-ece ! --ecn-tcp-cwr --ecn-ip-ect 1 ; YES",
        "-p tcp -m ecn --ecn-tcp-cwr ; NO",
        "-m mark --mark 0x0/0xff ; YES",
        "-m iprange --dst-range 10.0.0.1-10.0.0.9 ; YES",
        "-m iprange ! --dst-range 10.0.0.1-10.0.0.9 ; NO",
        "-m comment --comment text ; YES",
        "-m cpu --cpu 8192 ; NO",
        "-m cpu ! --cpu 8192 ; YES",
        "-m cpu --cpu 8191 ; UNKNOWN",
        "-p tcp -m tcpmss --mss 1400:1500 ; YES",
        "-p tcp -m tcpmss ! --mss 1400:1500 ; NO",
        "-m string --algo bm --hex-string |0204| ; YES",
        "-m string --algo kmp --hex-string |0204| --from 41 ; NO",
        "-m string --algo kmp --hex-string |0204| --to 42 ; YES",
        "-m string --algo kmp --hex-string |0204| --to 41 ; NO",
        "-m u32 --u32 0>>22&0x3C@0&0xffff=80 ; YES",
        "-m u32 ! --u32 45&0xff=1 ; YES",
        "-m bpf --bytecode '4,48 0 0 9,21 0 1 6,6 0 0 1,6 0 0 0' ; YES",
        "-m bpf --bytecode '2,32 0 0 45,6 0 0 1' ; NO",
      })
  void allIsKnown(String rule, Truth truth) {
    assertThat(Asked.of(rule.replace('\'', '"'), tcp())).isEqualTo(truth);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-p tcp -m tcp --dport 80",
        "-p tcp -m tcp ! --sport 80",
        "-p tcp -m tcp --tcp-flags SYN SYN",
        "-p tcp -m tcp --tcp-option 5",
        "-p tcp -m multiport --ports 80",
        "-p tcp -m ecn --ecn-tcp-ece",
        "-m ecn --ecn-ip-ect 1",
        "-m length --length 0:100",
        "-m ttl --ttl-eq 1",
        "-m tos --tos 0x10/0x10",
        "-m dscp ! --dscp 0x01",
        "-m mark --mark 0x1",
        "-m mac --mac-source 02:00:00:00:00:01",
        "-m pkttype --pkt-type unicast",
        "-m iprange --src-range 10.0.0.1-10.0.0.2",
        "-m addrtype --src-type LOCAL",
        "-p tcp -m tcpmss --mss 1",
        "-m string --string GET --algo bm",
        "-m u32 --u32 0=1",
        "-m bpf --bytecode '2,48 0 0 0,22 0 0 0'",
        "-m bpf --object-pinned /sys/fs/bpf/program"
      })
  void nothingIsKnown(String rule) {
    FakePacket packet = FakePacket.ipv4().tcp();

    assertThat(Asked.of(rule.replace('\'', '"'), packet)).isEqualTo(Truth.UNKNOWN);
    assertThat(packet.isDamaged()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-m ah ! --ahspi 1",
        "-m frag --fragid 1",
        "-m hbh --hbh-len 8",
        "-m dst",
        "-m rt --rt-type 0",
        "-m srh",
        "-m ipv6header --header frag --soft",
        "-m eui64",
        "-m hl --hl-lt 5",
        "-p esp -m esp --espspi 5",
        "-p sctp -m sctp --chunk-types any DATA",
        "-p dccp -m dccp --dccp-types DATA",
        "-p ipcomp -m ipcomp --ipcompspi 5",
        "-p mobility-header -m mh --mh-type 5",
        "-p icmpv6 -m icmp6 --icmpv6-type 128"
      })
  void nothingIsKnownOfIpv6(String rule) {
    FakePacket packet = FakePacket.ipv6().unknown(Field.ICMP_TYPE, Field.ICMP_CODE);

    assertThat(Asked.of(rule, packet)).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void whatIsKnownDecides() {
    FakePacket packet = FakePacket.ipv4().tcp().with(Field.DESTINATION_PORT, 80);

    assertThat(Asked.of("-p tcp -m tcp --sport 1 --dport 81", packet)).isEqualTo(Truth.NO);
    assertThat(Asked.of("-p tcp -m tcp --dport 81 --tcp-option 3", packet)).isEqualTo(Truth.NO);
    assertThat(Asked.of("-p tcp -m multiport --ports 80", packet)).isEqualTo(Truth.YES);
    assertThat(Asked.of("-p tcp -m multiport ! --ports 80", packet)).isEqualTo(Truth.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-p tcp -m tcp ! --dport 1",
        "-p udp -m udp ! --dport 1",
        "-p tcp -m multiport ! --dports 1",
        "-p icmp -m icmp ! --icmp-type 1",
        "-p sctp -m sctp ! --dport 1",
        "-p esp -m esp ! --espspi 1"
      })
  void laterFragmentsHaveNoHeader(String rule) {
    FakePacket packet = FakePacket.ipv4().tcp().laterFragment(64);

    assertThat(Asked.of(rule, packet)).isEqualTo(Truth.NO);
    assertThat(packet.isDamaged()).isFalse();
  }

  @Test
  void aFragmentThatCouldOverwriteFlagsIsDropped() {
    FakePacket packet = FakePacket.ipv4().tcp().laterFragment(8);

    assertThat(Asked.of("-p tcp -m tcp --dport 1", packet)).isEqualTo(Truth.NO);
    assertThat(packet.isDamaged()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-p tcp -m tcp ! --dport 1",
        "-p tcp -m tcp ! --tcp-option 1",
        "-p tcp -m tcpmss ! --mss 1",
        "-p esp -m esp ! --espspi 1",
        "-p ah -m ah ! --ahspi 1",
        "-p dccp -m dccp ! --dport 1"
      })
  void aPacketThatEndsWithinItsHeaderIsDropped(String rule) {
    FakePacket packet = FakePackets.ofHex(TCP.substring(0, 2 * 26));

    assertThat(Asked.of(rule, packet)).isEqualTo(Truth.NO);
    assertThat(packet.isDamaged()).isTrue();
  }

  @Test
  void nftComparesTwoPortsAsOne() {
    FakePacket packet = tcp();
    packet.machine().nft(true);

    assertThat(Asked.of("-p tcp -m tcp ! --sport 1 ! --dport 80", packet)).isEqualTo(Truth.YES);
    assertThat(Asked.of("-p tcp -m tcp ! --sport 1000 ! --dport 80", packet)).isEqualTo(Truth.NO);
    assertThat(Asked.of("-p tcp -m tcp ! --dport 0:65535", packet)).isEqualTo(Truth.YES);
    packet.machine().nft(false);
    assertThat(Asked.of("-p tcp -m tcp ! --sport 1 ! --dport 80", packet)).isEqualTo(Truth.NO);
    assertThat(Asked.of("-p tcp -m tcp ! --dport 0:65535", packet)).isEqualTo(Truth.NO);
  }

  @Test
  void withoutAConnectionThereIsNoMark() {
    FakePacket packet = FakePacket.ipv4();

    assertThat(Asked.of("-m connmark ! --mark 0x1", packet)).isEqualTo(Truth.NO);
    packet.connection(FakeConnection.ofMark(3));
    assertThat(Asked.of("-m connmark ! --mark 0x1", packet)).isEqualTo(Truth.YES);
    packet.connection(FakeConnection.ofMark(-1));
    assertThat(Asked.of("-m connmark ! --mark 0x1", packet)).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void withoutAnEthernetHeaderThereIsNoMac() {
    FakePacket packet = FakePacket.ipv4().mac(-1);

    assertThat(Asked.of("-m mac ! --mac-source 02:00:00:00:00:01", packet)).isEqualTo(Truth.NO);
    packet.mac(0x020000000001L);
    assertThat(Asked.of("-m mac --mac-source 02:00:00:00:00:01", packet)).isEqualTo(Truth.YES);
  }

  @Test
  void frameTypesAreAsked() {
    FakePacket packet = FakePacket.ipv4().type("broadcast");

    assertThat(Asked.of("-m pkttype --pkt-type bcast", packet)).isEqualTo(Truth.YES);
    assertThat(Asked.of("-m pkttype ! --pkt-type multicast", packet)).isEqualTo(Truth.YES);
  }

  @Test
  void aListOfAddressTypesIsOrInIpv4AndAndInIpv6() {
    FakePacket ipv4 = tcp();
    ipv4.machine().type(ipv4.destination(), AddressType.LOCAL);
    assertThat(Asked.of("-m addrtype --dst-type LOCAL,MULTICAST", ipv4)).isEqualTo(Truth.YES);
    assertThat(Asked.of("-m addrtype ! --dst-type UNICAST", ipv4)).isEqualTo(Truth.YES);

    Address multicast = new Address(Family.IPV6, 0xFF02L << 48, 1);
    Address global = new Address(Family.IPV6, 0x20010db8L << 32, 1);
    FakePacket ipv6 = FakePacket.ipv6().addresses(global, multicast);
    ipv6.machine().type(global, AddressType.LOCAL);
    assertThat(Asked.of("-m addrtype --src-type LOCAL,UNICAST", ipv6)).isEqualTo(Truth.YES);
    assertThat(Asked.of("-m addrtype --src-type LOCAL,MULTICAST", ipv6)).isEqualTo(Truth.NO);
    assertThat(Asked.of("-m addrtype --dst-type MULTICAST", ipv6)).isEqualTo(Truth.YES);
  }

  @Test
  void anAddressIsMadeOfItsMac() {
    FakePacket packet =
        FakePacket.ipv6()
            .addresses(new Address(Family.IPV6, 0xFE80L << 48, 0x0A0B0CFFFE0D0E0FL), null)
            .mac(0x080B0C0D0E0FL)
            .at(Hook.PREROUTING, "eth0", "");

    assertThat(Asked.of("-m eui64", packet)).isEqualTo(Truth.YES);
    assertThat(Asked.of("-m eui64", packet.mac(0x0A0B0C0D0E0FL))).isEqualTo(Truth.NO);
    assertThat(Asked.of("-m eui64", packet.mac(-1))).isEqualTo(Truth.NO);
  }

  // nft 1.8.9 loads ! -p tcp --dport, and then reads the ports of whatever comes.
  @Test
  void nftReadsPortsOfOtherProtocolsWhereTheRuleLetsThemIn() {
    String udp = TCP.replace("40004006", "40004011");
    FakePacket packet = FakePackets.ofHex(udp);
    packet.machine().nft(true);
    assertThat(Asked.of("-p tcp -m tcp --dport 80", packet)).isEqualTo(Truth.YES);
    assertThat(Asked.of("-p tcp -m tcp --dport 81", packet)).isEqualTo(Truth.NO);
  }
}
