package io.github.chainbook.ruleset;

import static io.github.chainbook.ruleset.Dumps.filter;
import static io.github.chainbook.ruleset.Dumps.findings;
import static io.github.chainbook.ruleset.Dumps.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesetReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \t\n\r\n", "\uFEFF"})
  void anEmptyDumpIsOneError(String text) {
    assertThat(findings(read(text))).containsExactly("1:1 empty-dump");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-A INPUT -j ACCEPT\nCOMMIT\n", "\uFFFD\u0007x"})
  void aDumpWithoutATableIsOneError(String text) {
    Reading reading = read(text);
    assertThat(findings(reading)).containsExactly("1:1 no-table");
    assertThat(reading.setAside())
        .extracting(SetAside::text)
        .containsExactlyElementsOf(text.lines().toList());
  }

  @Test
  void aChainWhoseCountersAreCutOffIsDeclaredAllTheSame() {
    Reading reading =
        read(
            "*nat\n:OUTPUT ACCEPT\n:A - [0:0\n:B - [0:0 :C - [0:0]\n-A OUTPUT -j A\n-A A -j B\nCOMMIT\n");
    assertThat(findings(reading)).containsExactly("3:6 bad-counters", "4:6 bad-counters");
    assertThat(reading.setAside())
        .extracting(SetAside::text)
        .containsExactly("[0:0", "[0:0 :C - [0:0]");
  }

  @Test
  void commentsAloneAreKeptAsComments() {
    Reading reading = read("# only a comment\n");
    assertThat(findings(reading)).containsExactly("1:1 no-table");
    assertThat(reading.ruleset().comments()).containsExactly("# only a comment");
    assertThat(reading.setAside()).isEmpty();
  }

  @Test
  void linesWithoutATableAreSetAsideWhereTheyStand() {
    assertThat(read("a\n\n  b\n").setAside())
        .extracting(s -> s.position().line() + " " + s.text())
        .containsExactly("1 a", "3   b");
  }

  @Test
  void aZeroByteMakesItNoText() {
    byte[] elf = {0x7F, 'E', 'L', 'F', '\n', '*', 'n', (byte) 0xE9, 0, 1, '\n'};
    Reading reading = read(SourceText.of("t", elf));
    assertThat(findings(reading)).containsExactly("2:4 binary-data");
    assertThat(reading.ruleset().tables()).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AreKept() {
    byte[] dump =
        "*filter\n-A INPUT -m comment --comment \"a?\u00e9\"\nCOMMIT\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    Reading reading = read(SourceText.of("t", dump));
    assertThat(reading.diagnostics()).isEmpty();
    Chain chain = reading.ruleset().tables().get(0).chains().get(0);
    String line = RuleText.line(chain, chain.rules().get(0));
    assertThat(Bytes.encode(line))
        .isEqualTo(
            "-A INPUT -m comment --comment \"a?\u00e9\"".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void columnsCountCodePoints() {
    Reading reading =
        read(filter("-A INPUT -m comment --comment \"é🚀\" -j ACCEPT x", ":🚀 - [0:0] é x"));
    assertThat(findings(reading)).containsExactly("2:46 stray-word", "3:12 text-after-chain");
  }

  @Test
  void aCarriageReturnInACommentIsText() {
    Reading reading = read(filter("-A INPUT -m comment --comment \"a\rb\" -j ACCEPT"));
    assertThat(reading.diagnostics()).isEmpty();
    assertThat(reading.ruleset().ruleCount()).isEqualTo(1);
  }

  @Test
  void aWideBlankAtTheEndIsALetter() {
    Reading reading = read(filter("-A INPUT -m comment --comment a\u3000 \t"));
    assertThat(reading.ruleset().tables().get(0).chains().get(0).rules().get(0).matchOptions())
        .singleElement()
        .matches(o -> o.word().equals("a\u3000"));
  }

  @Test
  void aRuleThatCannotBeReadKeepsItsNumber() {
    Reading reading =
        read(
            filter(
                "-A INPUT -j ACCEPT",
                "-A INPUT oops",
                "[x] -A INPUT -j ACCEPT",
                "-A INPUT -m comment --comment \"x",
                "-A INPUT -j DROP"));
    assertThat(findings(reading))
        .containsExactly("3:10 stray-word", "4:1 bad-counters", "5:31 unclosed-quote");
    Chain input = reading.ruleset().tables().get(0).chain("INPUT").orElseThrow();
    assertThat(input.rules()).extracting(Rule::number).containsExactly(1, 5);
    assertThat(input.rule(5).orElseThrow().position().line()).isEqualTo(6);
    assertThat(input.rule(2)).isEmpty();
  }

  @Test
  void aRuleHasAsManyWordsAsIptablesTakes() {
    String most = "-A INPUT" + " -m comment --comment x".repeat(62) + " ! -f";
    assertThat(most.split(" ")).hasSize(252);
    assertThat(findings(read(filter(most)))).containsExactly("2:1438 too-many-words");
    assertThat(findings(read(filter(most.replace(" ! ", " "))))).isEmpty();
  }

  @Test
  void theFamilyIsTheAuthorsOrTheToolsOrTheAddresses() {
    String v6 = "*filter\n-A INPUT -s ::1 -j ACCEPT\nCOMMIT\n";
    String v6Protocol = "*filter\n-A INPUT -p ipv6-icmp -j ACCEPT\nCOMMIT\n";
    assertThat(read(v6).ruleset().family()).isEqualTo(Family.IPV6);
    assertThat(read(v6Protocol).ruleset().family()).isEqualTo(Family.IPV6);
    assertThat(read(filter("-A INPUT")).ruleset().family()).isEqualTo(Family.IPV4);
    assertThat(read("# Generated by ip6tables-save\n" + filter("-F")).ruleset().family())
        .isEqualTo(Family.IPV6);
    assertThat(read("# Generated by iptables-save\n" + v6).ruleset().family())
        .isEqualTo(Family.IPV4);
    RulesetReader reader = new RulesetReader();
    assertThat(reader.read(SourceText.of("t", v6), Optional.of(Family.IPV4)).ruleset().family())
        .isEqualTo(Family.IPV4);
  }

  @Test
  void commentsAreKeptInOrder() {
    assertThat(read("# a\n*filter\n#b\nCOMMIT\n# c\n").ruleset().comments())
        .containsExactly("# a", "#b", "# c");
  }

  @Test
  void linesCountFromTheFirstLineOfTheSource() {
    SourceText source = new SourceText("book.adoc", List.of("*filter", "x", "COMMIT"), 10);
    assertThat(findings(read(source))).containsExactly("11:1 not-a-rule");
    Table table = read(source).ruleset().tables().get(0);
    assertThat(table.line()).isEqualTo(10);
  }

  @Test
  void aChainThatIsUsedManyTimesIsReportedOnceAtItsFirstUse() {
    String[] rules =
        IntStream.range(0, 20).mapToObj(i -> "-A INPUT -j NOWHERE").toArray(String[]::new);
    assertThat(findings(read(filter(rules)))).containsExactly("2:13 undeclared-chain");
  }

  @Test
  void theFirstUseMayBeAnInsertedRule() {
    Reading reading = read(filter("-A INPUT -j A", "-I INPUT -g A", "-A A -j DROP"));
    assertThat(findings(reading)).containsExactly("2:13 undeclared-chain");
    assertThat(reading.ruleset().tables().get(0).chain("A").orElseThrow().line()).isEqualTo(2);
  }

  @Test
  void aRepairTurnsErrorsWithARemedyIntoWarnings() {
    Reading reading = read("*filter\n-A INPUT x\n-A INPUT -j NOWHERE\n*nosuch\nCOMMIT\n");
    assertThat(reading.hasErrors()).isTrue();
    Reading repaired = reading.repaired();
    assertThat(repaired.diagnostics())
        .extracting(d -> d.severity().word() + " " + d.code())
        .containsExactly(
            "warning stray-word",
            "warning undeclared-chain",
            "warning missing-commit",
            "error unknown-table");
    assertThat(repaired.ruleset()).isEqualTo(reading.ruleset());
    assertThat(repaired.setAside()).isEqualTo(reading.setAside());
  }
}
