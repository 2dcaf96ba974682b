package io.github.chainbook.explain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small rulesets as the systems write them, and the notes of the profiles that recognise them. */
class GoldenNotesTest {

  static Stream<GoldenFiles.Pair> pairs() {
    return GoldenFiles.pairs(GoldenNotesTest.class, "golden", ".rules", ".notes").stream();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void makesTheNotes(GoldenFiles.Pair pair) {
    Reading reading =
        new RulesetReader().read(SourceText.of(pair.name(), pair.input()), Optional.empty());
    assertThat(reading.diagnostics()).isEmpty();

    assertThat(notes(reading.ruleset())).isEqualTo(pair.expected());
  }

  static String notes(Ruleset ruleset) {
    List<Profile> chosen = Profiles.builtIn().select(Profiles.AUTO, ruleset).profiles();
    Annotations annotations = Annotations.of(ruleset, chosen);
    StringBuilder text = new StringBuilder();
    for (Table table : ruleset.tables()) {
      for (Chain chain : table.chains()) {
        add(text, table.name() + " " + chain.name(), annotations.chain(table, chain));
        for (Rule rule : chain.rules()) {
          add(
              text,
              table.name() + " " + chain.name() + " " + rule.number(),
              annotations.rule(table, chain, rule));
        }
      }
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String where, List<Note> notes) {
    notes.forEach(
        note ->
            text.append(where)
                .append(" [")
                .append(note.profile())
                .append("] ")
                .append(note.text())
                .append('\n'));
  }
}
