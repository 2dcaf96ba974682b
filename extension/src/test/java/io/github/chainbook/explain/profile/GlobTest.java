package io.github.chainbook.explain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "KUBE-SVC-*, KUBE-SVC-ABC, true",
    "KUBE-SVC-*, KUBE-SVC-, true",
    "KUBE-SVC-*, KUBE-SEP-ABC, false",
    "*-input, ufw-before-input, true",
    "a*b*c, abbcbc, true",
    "a*b*c, abbcb, false",
    "plain, plain, true",
    "plain, plainer, false",
    "\\*, *, true",
    "\\*, x, false",
    "'', '', true",
    "'', x, false",
    "cali-fw-{interface}, cali-fw-, false",
  })
  void matches(String pattern, String text, boolean expected) throws Exception {
    assertThat(Glob.parse(pattern).match(text).isPresent()).isEqualTo(expected);
  }

  @Test
  void capturesAsMuchAsItCanFromTheLeft() throws Exception {
    assertThat(captured("{namespace}/{service}:{port} cluster IP", "a/b:c cluster IP"))
        .contains(Map.of("namespace", "a", "service", "b", "port", "c"));
    assertThat(captured("{address}:{port}", "[fd00::1]:80"))
        .contains(Map.of("address", "[fd00::1]", "port", "80"));
    assertThat(captured("{a}-{b}", "x-y-z")).contains(Map.of("a", "x-y", "b", "z"));
  }

  @Test
  void aNameStandsForOneText() throws Exception {
    assertThat(captured("{x}={x}", "eth0=eth0")).contains(Map.of("x", "eth0"));
    assertThat(captured("{x}={x}", "eth0=eth1")).isEmpty();
  }

  @Test
  void takesHostilePatternsAndTextsInLittleTime() throws Exception {
    Glob glob = Glob.parse("*a".repeat(60) + "b");

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(glob.match("a".repeat(4000))).isEmpty());
    assertThat(glob.match("a".repeat(1_000_000))).isEmpty();
  }

  @Test
  void saysWhereAPatternIsWrong() {
    assertThatThrownBy(() -> Glob.parse("KUBE-{Svc}"))
        .isInstanceOfSatisfying(BadPattern.class, bad -> assertThat(bad.index()).isEqualTo(5));
    assertThatThrownBy(() -> Glob.parse("KUBE-{svc")).isInstanceOf(BadPattern.class);
  }

  private static Optional<Map<String, String>> captured(String pattern, String text)
      throws BadPattern {
    return Glob.parse(pattern).match(text);
  }
}
