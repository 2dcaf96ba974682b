package io.github.chainbook.xtables.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleContext;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ports as {@code getaddrinfo} reads them: the results were asked of iptables 1.8.9. */
class ServicePortsTest {

  private static final RuleContext RULE = RuleContext.of(Family.IPV4, "filter");

  @ParameterizedTest
  @CsvSource({
    "80, 80",
    "http, 80",
    "080, 80",
    "+80, 80",
    "70000, 4464",
    "-0, 0",
    "-18446744073709551615, 1",
    "'', 0"
  })
  void sixteenBitsOfADecimalNumberCount(String word, int port) throws BadValue {
    assertThat(ServicePorts.PORT.read(List.of(word), RULE)).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource({":, 0:65535", "80:, 80:65535", ":http, 0:80", "80:80, 80", "'', 0"})
  void endsOfRangesMayBeOpen(String word, String range) throws BadValue {
    assertThat(ServicePorts.RANGE.read(List.of(word), RULE)).hasToString(range);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x50", "HTTP", "-80", "80:79", "1:2:3", " ", "18446744073709551616"})
  void othersAreRefused(String word) {
    assertThatThrownBy(() -> ServicePorts.RANGE.read(List.of(word), RULE))
        .isInstanceOf(BadValue.class);
  }
}
