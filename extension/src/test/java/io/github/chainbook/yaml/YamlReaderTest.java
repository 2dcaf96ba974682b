package io.github.chainbook.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.chainbook.text.SourceText;
import io.github.chainbook.yaml.YamlValue.Mapping;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML as values with places, whoever wrote it. */
class YamlReaderTest {

  private static YamlReading read(String yaml) {
    return new YamlReader().read(SourceText.of("y", yaml));
  }

  private static Scalar scalar(String yaml) {
    Mapping root = (Mapping) read(yaml).root().orElseThrow();
    return (Scalar) root.entries().get("k").value();
  }

  private static List<String> problems(String yaml) {
    return read(yaml).problems().stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "8080, INTEGER",
    "-1, INTEGER",
    "0, INTEGER",
    "010, TEXT",
    "0x1F, TEXT",
    "1_000, TEXT",
    "1.5, DECIMAL",
    "1e5, TEXT",
    ".5, TEXT",
    "1:20, TEXT",
    "true, TRUTH",
    "yes, TEXT",
    "on, TEXT",
    "True, TEXT",
    "null, NULL",
    "~, NULL",
    "Null, TEXT",
    "2001-01-01, TEXT",
    "'\"8080\"', TEXT",
    "'\"null\"', TEXT",
    "!!str 5, TEXT",
    "1234567890123456789012, TEXT",
  })
  void scalarsAreOfJsonsKinds(String text, ScalarKind kind) {
    assertThat(scalar("k: " + text).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "k: a -> b ; 1:9",
        "k: 'a -> b' ; 1:10",
        "k: \"a -> b\" ; 1:10",
        "k: 'it''s -> b' ; 1:14",
        "k: &x a -> b ; 1:12",
        "k: !!str 'a -> b' ; 1:16",
        "k: a~  -> b ; 2:6",
        "k: >-~  a~  -> b ; 3:6",
        "k: |~  a~   -> b ; 3:7",
        "k: \"a \\~  -> b\" ; 2:6",
        "k: \"\\x61 -> b\" ; 1:13",
        "{k: 😀 -> b} ; 1:10",
      })
  void partsOfATextHavePlaces(String yaml, String place) {
    Scalar scalar = scalar(yaml.replace('~', '\n'));
    assertThat(scalar.position(scalar.text().indexOf('b'))).hasToString("y:" + place);
  }

  @Test
  void aliasesStandForTheSameValue() {
    Mapping root = (Mapping) read("a: &x { p: 1 }\nb: *x\nc: { <<: *x, q: 2 }").root().get();

    assertThat(root.entries().get("b").value()).isSameAs(root.entries().get("a").value());
    Mapping merged = (Mapping) root.entries().get("c").value();
    assertThat(merged.entries().keySet()).containsExactly("q", "p");
  }

  @Test
  void ofMergedMappingsTheFirstWinsAndWhatIsWrittenOut() {
    Mapping root =
        (Mapping)
            read("a: &a { x: 1, y: 1, z: 1 }\nb: &b { x: 2, w: 2 }\nc: { y: 3, <<: [*b, *a] }")
                .root()
                .get();
    Mapping merged = (Mapping) root.entries().get("c").value();

    assertThat(merged.entries().keySet()).containsExactly("y", "x", "w", "z");
    assertThat(((Scalar) merged.entries().get("x").value()).text()).isEqualTo("2");
    assertThat(((Scalar) merged.entries().get("y").value()).text()).isEqualTo("3");
  }

  @Test
  void aQuotedMergeKeyIsAKey() {
    Mapping root = (Mapping) read("\"<<\": { x: 1 }").root().get();
    assertThat(root.entries().keySet()).containsExactly("<<");
  }

  @Test
  void charactersThatYamlDoesNotTakeAreReportedOnceForEachLine() {
    byte[] bytes = "a: \u0001\u0002\nb: ".getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(bytes, bytes.length + 1);
    all[bytes.length] = (byte) 0xFF;
    YamlReading reading = new YamlReader().read(SourceText.of("y", all));

    assertThat(reading.problems())
        .extracting(Object::toString)
        .containsExactly(
            "y:1:4: error: expected text, found a character that YAML does not take: ␁"
                + " [yaml-syntax]",
            "y:2:4: error: expected text, found a character that YAML does not take: \\xFF"
                + " [yaml-syntax]");
    assertThat(((Mapping) reading.root().orElseThrow()).entries()).containsOnlyKeys("a", "b");
  }

  @Test
  void otherLineEndsOfUnicodeEndNoLine() {
    assertThat(problems("a: 1\u2028b\r\nc: \u0085\nd: [\n"))
        .extracting(p -> p.substring(0, 5))
        .containsExactly("y:1:5", "y:2:4", "y:3:5");
  }

  @Test
  void billionsOfLaughsAreRefusedAndTheRestIsRead() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int i = 1; i < 40; i++) {
      String before = "*a" + (i - 1);
      yaml.append("a" + i + ": &a" + i + " [" + before + ", " + before + ", " + before + "]\n");
    }
    YamlReading reading =
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(yaml.toString()));

    assertThat(reading.problems()).isNotEmpty().allMatch(p -> p.code().equals("yaml-limit"));
    assertThat(((Mapping) reading.root().orElseThrow()).entries()).containsKey("a5");
  }

  @Test
  void manyMergesAreBounded() {
    StringBuilder yaml = new StringBuilder("a: &a\n");
    for (int i = 0; i < 3000; i++) {
      yaml.append("  k" + i + ": 1\n");
    }
    for (int i = 0; i < 3000; i++) {
      yaml.append("b" + i + ": { <<: *a }\n");
    }
    YamlReading reading =
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(yaml.toString()));
    assertThat(reading.problems()).anyMatch(p -> p.code().equals("yaml-limit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{a: ", "- ", "? ", "a:\n ", "- - ", "[{", "!!seq [", "&a [", "'x", "\"\\"})
  void aMegabyteOfOpeningsIsBounded(String opening) {
    String yaml = opening.repeat((1 << 20) / opening.length());
    YamlReading reading = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(yaml));
    assertThat(reading.problems()).isNotEmpty();
  }

  @Test
  void depthIsReportedWhereItIsTooDeep() {
    assertThat(problems("a: 1\nb: " + "[".repeat(60) + "]".repeat(60)))
        .containsExactly("y:2:54: error: expected values nested at most 50 deep [yaml-limit]");
  }

  @Test
  void textThatIsTooLongIsNotRead() {
    assertThat(problems("a: " + "x".repeat(4 << 20)))
        .singleElement()
        .asString()
        .startsWith("y:1:1: error: expected at most 3145728 characters");
  }
}
