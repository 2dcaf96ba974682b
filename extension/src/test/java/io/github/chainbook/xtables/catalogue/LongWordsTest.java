package io.github.chainbook.xtables.catalogue;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.RuleContext;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word may be a megabyte long: each option reads or refuses it, and soon. */
class LongWordsTest {

  private static final int LENGTH = 1 << 20;
  private static final int TCP = 6;

  @ParameterizedTest
  @ValueSource(strings = {"a", "1", "0", ",", ".", ":", "/", " ", "1,", "SYN,", "1.", "é"})
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void everyOptionReadsOrRefusesThem(String part) {
    String word = part.repeat(LENGTH / part.length());
    for (Family family : Family.values()) {
      Catalogue catalogue = Catalogue.of(family);
      Stream.concat(Stream.of(catalogue.builtIn()), catalogue.extensions().stream())
          .flatMap(extension -> extension.options().stream())
          .forEach(option -> read(option, word, family));
    }
  }

  private static void read(OptionSpec<?> option, String word, Family family) {
    RuleContext rule = new RuleContext(family, "filter", TCP, false);
    List<String> words = Collections.nCopies(option.values(), word);
    assertThatCode(
            () -> {
              try {
                option.read(words, false, rule);
              } catch (BadValue expected) {
                // Refused, which is as good.
              }
            })
        .as(option.name())
        .doesNotThrowAnyException();
  }
}
