package io.github.chainbook.netfilter.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.GoldenFiles.Pair;
import io.github.chainbook.text.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of {@code golden/NAME.packets} is read as {@code golden/NAME.read} says. */
class GoldenPacketsTest {

  static List<Pair> pairs() {
    return GoldenFiles.pairs(GoldenPacketsTest.class, "golden", ".packets", ".read");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void readsAsExpected(Pair pair) {
    PacketReading reading = PacketReader.read(SourceText.of(pair.name(), pair.input()));
    assertThat(Readings.print(reading)).isEqualTo(pair.expected());
  }
}
