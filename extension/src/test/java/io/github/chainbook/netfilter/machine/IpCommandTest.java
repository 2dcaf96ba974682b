package io.github.chainbook.netfilter.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be followed of ip-route(8) and ip-rule(8), and where the rest is refused. */
class IpCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default via 10.0.0.1",
        "default via 10.0.0.1 dev eth0 onlink metric 100 proto static src 10.0.0.5",
        "10.0.0.0/8 dev eth0 scope link",
        "local 0.0.0.0/0 dev lo table 100",
        "blackhole 10.0.0.0/8",
        "unreachable 2001:db8::/32 metric 1024 pref medium",
        "2001:db8::/64 dev eth0",
        "2001:db8::5/64 dev eth0",
        "::/0 via fe80::1 dev eth0",
        "  unicast 10.0.0.1   dev eth0 ",
      })
  void routes(String route) {
    assertThat(IpCommand.faultOfRoute(route)).isEmpty();
    assertThat(IpCommand.fault("route replace " + route)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rule add fwmark 1 lookup 100",
        "rule add fwmark 0x1/0xff from 10.0.0.0/8 to all iif eth0 pref 100 table main",
        "-6 rule add from 2001:db8::/32 lookup 100",
        "-4 rule add priority 5 lookup local",
        "-6 route add default dev eth0",
      })
  void commands(String command) {
    assertThat(IpCommand.fault(command)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rule add fwmark 08 lookup 1 | 16",
        "rule add from 10.0.0.0/8 from | 29",
        "rule add pref 2147483648 | 14",
        "rule add uidrange 0-5 lookup 1 | 9",
        "rule add to 10.0.0.0/8 from 2001:db8::/32 | 28",
        "-6 route add 10.0.0.0/8 dev eth0 | 13",
        "route add multicast 224.0.0.0/4 dev eth0 | 10",
        "route add 10.0.0.0/8 metric 1 | 29",
        "route add local 10.0.0.5/8 dev lo | 16",
        "route | 5",
        "link set eth0 up | 0",
      })
  void refuses(String command, int index) {
    assertThat(IpCommand.fault(command).orElseThrow().index()).isEqualTo(index);
  }

  @ParameterizedTest
  @CsvSource({
    "eth0, true",
    "abcdefghijklmno, true",
    "abcdefghijklmnop, false",
    "a b, false",
    "a/b, false",
    "a:b, false",
    ".., false",
    "'', false",
    "ééééééé, true",
    "éééééééé, false",
  })
  void namesOfInterfaces(String name, boolean good) {
    assertThat(IpCommand.isDevice(name)).isEqualTo(good);
  }
}
