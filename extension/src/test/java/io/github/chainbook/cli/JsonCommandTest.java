package io.github.chainbook.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.chainbook.GoldenFiles;
import io.github.chainbook.GoldenFiles.Pair;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonCommandTest {

  static List<Pair> pairs() {
    return GoldenFiles.pairs(JsonCommandTest.class, "golden", ".rules", ".json");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void printsOneLine(Pair pair) {
    String printed = Run.withInput(pair.input(), "json", "-").out();
    assertThat(printed.lines()).hasSize(1);
    // A golden file has a line for each chain and rule, so that a difference can be read.
    assertThat(printed).isEqualTo(pair.expected().replace("\n", "") + "\n");
  }

  @Test
  void errorsGoToTheOtherStream() {
    Run run = Run.withInput("*filter\nfoo\nCOMMIT\n".getBytes(UTF_8), "json", "-");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("<stdin>:2:1: error: ");
    assertThat(run.out())
        .isEqualTo(
            "{\"type\":\"ruleset\",\"version\":1,\"family\":\"ipv4\",\"tables\":["
                + "{\"name\":\"filter\",\"line\":1,\"chains\":[]}]}\n");
  }

  @Test
  void theFamilyCanBeSaid() {
    byte[] dump = "*filter\nCOMMIT\n".getBytes(UTF_8);
    assertThat(Run.withInput(dump, "json", "--family", "ipv6", "-").out())
        .contains("\"family\":\"ipv6\"");
  }

  @Test
  void aFileThatCannotBeReadPrintsNoJson() {
    Run run = Run.of("json", "no/such/file");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "no/such/file:1:1: error: there is no such file [unreadable-file]"
                + System.lineSeparator());
  }

  @Test
  void bytesThatAreNotUtf8AreLoneSurrogates() {
    byte[] dump = "*filter\n-A INPUT -m comment --comment a\u00ff\nCOMMIT\n".getBytes(ISO_8859_1);
    assertThat(Run.withInput(dump, "json", "-").out()).contains("\"values\":[\"a\\uDCFF\"]");
  }

  @Property
  void whateverIsReadIsJsonInAscii(@ForAll String text) {
    String dump = "*filter\n" + text + "\n-A INPUT -m x --y \"" + text + "\"\nCOMMIT\n";
    String json = Run.withInput(dump.getBytes(UTF_8), "json", "-").out();
    assertThat(json).isASCII().endsWith("}\n");
    assertThat(json.lines()).hasSize(1);
    assertThatCode(() -> parse(json)).doesNotThrowAnyException();
  }

  private static void parse(String json) throws java.io.IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        parser.getText();
      }
    }
  }
}
