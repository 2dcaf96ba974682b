package io.github.chainbook.netfilter.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.value.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers are those of {@code ip route get} in a network namespace like this, Linux 6.18. */
class ConnectionSourceTest {

  private static final Machine MACHINE =
      new Machine(
          new Environment(
              Environment.Mode.ROUTES,
              true,
              Map.of(
                  "eth0",
                  Stream.of(
                          "10.0.0.5/24",
                          "10.0.0.6/24",
                          "10.9.0.1/16",
                          "2001:db8::5/64",
                          "fd00::5/64")
                      .map(text -> InterfaceAddress.parse(text).orElseThrow())
                      .toList()),
              List.of(
                  "default via 10.9.0.2",
                  "8.0.0.0/8 dev eth0",
                  "9.0.0.0/8 via 10.0.0.1 src 10.0.0.6",
                  "local 7.0.0.0/8 dev lo",
                  "default via 2001:db8::1"),
              List.of(),
              Optional.empty(),
              Map.of()),
          Map.of(),
          false);

  @ParameterizedTest
  @CsvSource({
    "10.0.0.5, 10.0.0.5",
    "10.0.0.6, 10.0.0.5",
    "10.9.0.1, 10.9.0.1",
    "127.0.0.1, 127.0.0.1",
    "127.0.0.5, 127.0.0.1",
    "10.0.0.9, 10.0.0.5",
    "10.9.3.3, 10.9.0.1",
    "1.1.1.1, 10.9.0.1",
    "8.8.8.8, 10.0.0.5",
    "9.9.9.9, 10.0.0.6",
    "7.7.7.7, 7.7.7.7",
    "::1, ::1",
    "2001:db8::5, 2001:db8::5",
    "2001:db8::77, 2001:db8::5",
    "2001:db8:9::1, 2001:db8::5",
    "fd00::9, fd00::5",
    "fd99::1, fd00::5"
  })
  void isThatOfTheKernel(String destination, String source) {
    Address to = InterfaceAddress.parse(destination).orElseThrow().address();
    RouteQuery.PathHint hint = new RouteQuery.PathHint(false, true, "", "", null, to);
    Route route = MACHINE.output(new RouteQuery(null, to, KnownBits.of(0), "", hint));

    assertThat(MACHINE.connectionSource(route, to, hint)).hasToString(source);
  }
}
