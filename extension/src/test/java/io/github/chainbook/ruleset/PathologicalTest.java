package io.github.chainbook.ruleset;

import static io.github.chainbook.ruleset.Dumps.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that no tool wrote are read in time that grows with their length alone. */
class PathologicalTest {

  private static final int MANY = 100_000;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        " ",
        "\"",
        "\\",
        "\"\\\"",
        "! ",
        "-",
        "- ",
        "--",
        "-m tcp ",
        "-m nosuch ",
        "-m x --y ",
        "-p tcp ",
        "-j ",
        "-f ",
        "[",
        "[1:2] ",
        ":",
        "*",
        "#",
        "\t",
        "é",
        "🚀",
        "--dport=80 ",
        "A,"
      })
  void aLineOfAMegabyte(String piece) {
    String line = piece.repeat(1_000_000 / piece.length());
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          Dumps.read(line);
          Dumps.read(filter(line));
          Dumps.read(filter(":" + line));
          Dumps.read(filter("-A INPUT -p tcp " + line));
          Dumps.read(filter("-A INPUT -m comment --comment \"" + line + "\" -j ACCEPT"));
          Dumps.read(filter("-A INPUT -j " + line));
          Dumps.read("*" + line + "\n");
        });
  }

  @Test
  void tenThousandQuotesAndEscapes() {
    String escapes = "\\\"\\\\".repeat(10_000);
    Reading reading =
        assertTimeoutPreemptively(
            LIMIT, () -> Dumps.read(filter("-A INPUT -m comment --comment \"" + escapes + "\"")));
    assertThat(Dumps.findings(reading)).containsExactly("2:1 line-too-long", "2:31 word-too-long");
    assertThat(reading.setAside()).singleElement().matches(s -> s.text().contains(escapes));
  }

  @Test
  void aHundredThousandChains() {
    Reading reading = read(i -> ":C" + i + " - [0:0]\n-A C" + i + " -j ACCEPT");
    assertThat(reading.diagnostics()).isEmpty();
    assertThat(reading.ruleset().tables().get(0).chains()).hasSize(MANY);
  }

  @Test
  void aHundredThousandRules() {
    Reading reading =
        read(i -> "-A INPUT -s 10.0.0.1 -p tcp -m tcp --dport " + i % 65536 + " -j ACCEPT");
    assertThat(reading.diagnostics()).isEmpty();
    assertThat(reading.ruleset().ruleCount()).isEqualTo(MANY);
  }

  @Test
  void aHundredThousandUndeclaredChains() {
    Reading reading = read(i -> (i % 2 == 0 ? ":D" + i + " -" : "-A INPUT -j U" + i));
    assertThat(reading.diagnostics()).hasSize(MANY / 2);
  }

  @Test
  void aHundredThousandInsertedRules() {
    Reading reading = read(i -> "-I INPUT -j " + (i % 2 == 0 ? "U" : "ACCEPT"));
    assertThat(reading.diagnostics()).hasSize(1);
  }

  @Test
  void aHundredThousandTables() {
    Reading reading = read(i -> "COMMIT\n*t" + i);
    assertThat(reading.ruleset().tables()).hasSize(MANY + 1);
  }

  @Test
  void aHundredThousandBadLines() {
    assertThat(read(i -> "-A INPUT --optoin" + i + " x").diagnostics()).hasSize(MANY);
    assertThat(read(i -> "nonsense " + i).diagnostics()).hasSize(MANY);
    assertThat(read(i -> "-A INPUT -m modul" + i).diagnostics()).hasSize(MANY);
  }

  @Test
  void aLongChainOfJumps() {
    Reading reading = read(i -> ":C" + i + " -\n-A C" + i + " -j C" + (i == 0 ? 0 : i - 1));
    Table table = reading.ruleset().tables().get(0);
    assertTimeoutPreemptively(LIMIT, () -> new Reachability(table));
  }

  private static Reading read(IntFunction<String> line) {
    String lines = IntStream.range(0, MANY).mapToObj(line).collect(Collectors.joining("\n"));
    return assertTimeoutPreemptively(LIMIT, () -> Dumps.read(filter(lines)));
  }
}
