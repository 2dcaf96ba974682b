package io.github.chainbook.topology.capture;

import static io.github.chainbook.topology.capture.CaptureKind.ADDRESSES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressReaderTest {

  @Test
  void keepsAllInterfacesButTheLoopbackAndAllTheirAddresses() {
    CapturedNamespace captured = Captures.read(ADDRESSES, Captures.file("addresses.json"));
    assertThat(captured.interfaces().orElseThrow().toString())
        .contains(
            "eth0=[10.1.0.2/24, 10.1.0.3/24, 10.1.0.4/24, 2001:db8:1::2/64, fe80::ff:fe00:1/64]")
        .contains("eth0.5=[10.5.0.1/24, fe80::ff:fe00:5/64]")
        .contains("far0=[fe80::ff:fe00:2/64]");
    assertThat(captured.interfaces().orElseThrow().keySet())
        .containsExactlyInAnyOrder("eth0", "far0", "eth0.5", "ppp0", "ppp1", "br0");
  }

  @Test
  void theOtherEndOfAPointToPointInterfaceIsARoute() {
    CapturedNamespace captured = Captures.read(ADDRESSES, Captures.file("addresses.json"));
    assertThat(captured.interfaces().orElseThrow().get("ppp0").toString())
        .isEqualTo("[10.9.0.1/32, 2001:db8:9::1/128, fe80::ff:fe00:6/64]");
    assertThat(captured.commands())
        .contains(
            "route replace 10.9.0.2 dev ppp0 src 10.9.0.1",
            "route replace 2001:db8:9::2 dev ppp0 src 2001:db8:9::1");
  }

  @Test
  void whereRoutesAreCapturedTheyHaveTheOtherEndAlready() {
    CapturedNamespace captured =
        Captures.READER.files(
            List.of(
                new CapturedText(ADDRESSES, Captures.file("addresses.json")),
                new CapturedText(CaptureKind.ROUTES, Captures.file("routes.json"))));
    assertThat(captured.routes().orElseThrow()).contains("10.9.0.2 dev ppp0 src 10.9.0.1");
    assertThat(captured.commands()).noneMatch(command -> command.contains("ppp0"));
  }

  @Test
  void whatElseTheLoopbackHasIsLocal() {
    assertThat(Captures.read(ADDRESSES, Captures.file("addresses.json")).commands())
        .contains("route replace local 192.0.2.1 dev lo");
  }

  @Test
  void nothingLeadsToTheNetworksOfAnInterfaceThatIsDown() {
    CapturedNamespace captured = Captures.read(ADDRESSES, Captures.file("addresses.json"));
    assertThat(captured.interfaces().orElseThrow().get("br0").toString())
        .isEqualTo("[10.8.0.1/32]");
    assertThat(Captures.problems(captured))
        .singleElement()
        .asString()
        .contains("info: br0 is down");
  }

  @Test
  void aBareNamespaceHasNoInterfaces() {
    CapturedNamespace captured = Captures.read(ADDRESSES, Captures.file("bare-addresses.json"));
    assertThat(captured.interfaces().orElseThrow()).isEmpty();
    assertThat(captured.problems()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsLeftOutAtItsColumnAndTheRestKept() {
    CapturedNamespace captured =
        Captures.read(
            ADDRESSES,
            """
            [{"ifname":"é0","addr_info":[{"local":"10.0.0.300","prefixlen":24},
              {"local":"10.0.0.3","prefixlen":33},{"local":"10.0.0.4","prefixlen":24}]},
             {"ifname":"a b","addr_info":[]},{},7,{"ifname":"eth1"}]
            """);
    assertThat(captured.interfaces().orElseThrow()).hasToString("{é0=[10.0.0.4/24], eth1=[]}");
    assertThat(Captures.problems(captured))
        .containsExactly(
            "x:3:37: error: left out: expected an entry in { }, as ip -j addr prints [capture-form]",
            "x:1:39: error: left out: expected an address of é0 in local and the length of its prefix"
                + " in prefixlen, not '10.0.0.300/24' [capture-entry]",
            "x:2:12: error: left out: expected an address of é0 in local and the length of its prefix"
                + " in prefixlen, not '10.0.0.3/33' [capture-entry]",
            "x:3:12: error: left out: expected an interface with its ifname [capture-entry]");
  }

  @Test
  void whatIpPrintsWithoutJsonIsRefusedWithAdvice() {
    CapturedNamespace captured = Captures.read(ADDRESSES, Captures.file("addresses.txt"));
    assertThat(Captures.problems(captured))
        .singleElement()
        .asString()
        .startsWith("addresses.txt:1:1: error: ")
        .contains("ip -j addr");
  }

  @Test
  void aTextThatBreaksOffKeepsWhatStandsBefore() {
    CapturedNamespace captured =
        Captures.read(
            ADDRESSES,
            "[{\"ifname\":\"eth0\",\"addr_info\":[{\"local\":\"10.0.0.1\",\"prefixlen\":8}]},\n{\"ifn");
    assertThat(captured.interfaces().orElseThrow()).hasToString("{eth0=[10.0.0.1/8]}");
    assertThat(Captures.problems(captured))
        .singleElement()
        .asString()
        .startsWith("x:2:")
        .contains("error: this cannot be read as JSON");
  }
}
