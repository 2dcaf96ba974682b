package io.github.chainbook.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.GoldenFiles.Pair;
import io.github.chainbook.text.Bytes;
import io.github.chainbook.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code golden/NAME.rules} reads as {@code golden/NAME.reading} says. */
class GoldenReadingTest {

  private final RulesetReader reader = new RulesetReader();

  static List<Pair> pairs() {
    return GoldenFiles.pairs(GoldenReadingTest.class, "golden", ".rules", ".reading");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void readsAsExpected(Pair pair) {
    assertThat(read(pair, pair.input())).isEqualTo(pair.expected());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void readsTheSameWithWindowsLineEnds(Pair pair) {
    byte[] crlf = Bytes.encode(Bytes.decode(pair.input()).replace("\n", "\r\n"));
    assertThat(read(pair, crlf)).isEqualTo(pair.expected());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void readsTheSameWithTrailingBlanks(Pair pair) {
    // In an open quote a blank is text.
    String blanks =
        Bytes.decode(pair.input())
            .replaceAll("(?m)^([^\"\n]|\"[^\"\n]*\")*$", "$0 \t")
            .replaceAll("(?m)^( \t)$", "");
    assertThat(read(pair, Bytes.encode(blanks))).isEqualTo(pair.expected());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void readsTheSameWithAByteOrderMark(Pair pair) {
    byte[] marked = ("\uFEFF" + Bytes.decode(pair.input())).getBytes(StandardCharsets.UTF_8);
    assertThat(read(pair, marked)).isEqualTo(pair.expected());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyBeginningCanBeRead(Pair pair) {
    byte[] bytes = pair.input();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int length = 0; length <= bytes.length; length++) {
            byte[] beginning = Arrays.copyOf(bytes, length);
            assertThatCode(() -> read(pair, beginning))
                .as("the first %d bytes", length)
                .doesNotThrowAnyException();
          }
        });
  }

  private String read(Pair pair, byte[] bytes) {
    SourceText source = SourceText.of(pair.name() + ".rules", bytes);
    return ReadingText.of(reader.read(source, Optional.empty()));
  }
}
