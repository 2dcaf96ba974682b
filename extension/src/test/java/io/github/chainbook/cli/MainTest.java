package io.github.chainbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nosuch", "check", "json", "json a b", "check --family ipv5 a", "check --x"})
  void wrongUsageIsStatusTwo(String args) {
    Run run = Run.of(args.isEmpty() ? new String[0] : args.split(" "));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).containsAnyOf("Usage: chainbook", "Unmatched argument");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "check --help", "json --help"})
  void helpIsAResult(String args) {
    Run run = Run.of(args.split(" "));
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("Usage: chainbook");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void helpNamesTheCommands() {
    assertThat(Run.of("--help").out()).contains("check", "json");
  }

  @Test
  void theVersionIsAResult() {
    assertThat(Run.of("--version").out()).startsWith("chainbook ");
  }
}
