package io.github.chainbook.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountersTest {

  @Test
  void countsIn64BitsWithoutSign() {
    Counters most = Counters.parse("[18446744073709551615:0]").orElseThrow();
    assertThat(most.packets()).isEqualTo(new BigInteger("18446744073709551615"));
    assertThat(most.isZero()).isFalse();
    assertThat(Counters.parse("[0:0]").orElseThrow().isZero()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "[1]",
        "[1:]",
        "[:1]",
        "[-1:1]",
        "[1:1",
        "1:1",
        "[1:1]x",
        "[1: 1]",
        "[1:a]",
        "[18446744073709551616:0]",
        "[0:99999999999999999999999]"
      })
  void otherTextIsNone(String text) {
    assertThat(Counters.parse(text)).isEmpty();
  }
}
