package io.github.chainbook.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.GoldenFiles.Pair;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.RuleOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read and printed reads as the same again. */
class RoundTripTest {

  static List<Pair> goldens() {
    return GoldenReadingTest.pairs();
  }

  @Property
  void aSavedDumpPrintsAsItStands(@ForAll Random random) {
    String dump = GeneratedDump.of(random);
    Reading reading = Dumps.read(dump);
    assertThat(reading.diagnostics()).isEmpty();
    assertThat(Dumps.print(reading.ruleset())).isEqualTo(dump);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void whatWasPrintedMeansTheSame(Pair pair) {
    Ruleset once = Dumps.read(SourceText.of(pair.name(), pair.input())).ruleset();
    Ruleset again = Dumps.read(Dumps.print(once)).ruleset();
    assertThat(Dumps.print(again)).isEqualTo(Dumps.print(once));
    assertThat(rules(again).map(RoundTripTest::meaning))
        .containsExactlyElementsOf(rules(once).map(RoundTripTest::meaning).toList());
  }

  private static Stream<Rule> rules(Ruleset ruleset) {
    return ruleset.tables().stream()
        .flatMap(table -> table.chains().stream())
        .flatMap(chain -> chain.rules().stream());
  }

  private static String meaning(Rule rule) {
    StringBuilder meaning = new StringBuilder();
    for (Match match : rule.matches()) {
      meaning.append(match.module()).append(options(match.options()));
    }
    rule.target()
        .ifPresent(t -> meaning.append(t.kind()).append(t.name()).append(options(t.options())));
    return meaning.toString();
  }

  private static List<String> options(List<RuleOption> options) {
    return options.stream().map(o -> o.negated() + o.name() + o.words()).toList();
  }
}
