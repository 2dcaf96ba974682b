package io.github.chainbook.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.GoldenFiles.Pair;
import io.github.chainbook.ruleset.Dumps;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.text.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of {@code golden/NAME.rules} is explained as {@code golden/NAME.sentences} says. */
class GoldenSentencesTest {

  static List<Pair> pairs() {
    return GoldenFiles.pairs(GoldenSentencesTest.class, "golden", ".rules", ".sentences");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void saysAsExpected(Pair pair) {
    Reading reading = Dumps.read(SourceText.of(pair.name(), pair.input()));
    assertThat(reading.diagnostics()).isEmpty();
    assertThat(Sentences.of(reading.ruleset())).isEqualTo(pair.expected());
  }
}
