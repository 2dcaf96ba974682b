package io.github.chainbook.netfilter.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.words.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

  @ParameterizedTest
  @CsvSource({
    "1, all",
    "0, none",
    "0.5, one in two",
    "0.33333333349, one in three",
    "0.66666666651, two in three",
    "0.1, one in ten",
    "0.123, about 12.3 per cent",
    "0.99, about 99 per cent",
    "0.0001, about 0.010 per cent",
    "0.0000000005, about 5.0e-08 per cent"
  })
  void areSaidInWords(double share, String words) {
    assertThat(Shares.words(share, Messages.english())).isEqualTo(words);
  }
}
