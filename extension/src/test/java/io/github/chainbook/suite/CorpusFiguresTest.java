package io.github.chainbook.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.figure.ChainDiagram;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.summary.Collapse;
import io.github.chainbook.figure.summary.Summary;
import io.github.chainbook.figure.svg.Drawn;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every table of the corpus, drawn: the pictures say what the rulesets say, and lead there. */
class CorpusFiguresTest {

  @Test
  void picturesSayWhatTheRulesetsSay() {
    Optional<Corpus> corpus = Corpus.find();
    assumeTrue(corpus.isPresent(), "no corpus: set -Dchainbook.corpus=DIR");
    RulesetReader reader = new RulesetReader();
    List<String> problems = new ArrayList<>();
    int figures = 0;
    for (Corpus.Entry file :
        corpus.get().files("dump", "restore-file", "embedded", "suite-dump", "S-list")) {
      for (Ruleset ruleset : reader.read(file.source(), Optional.empty()).rulesets()) {
        for (Table table : ruleset.tables()) {
          if (!table.chains().isEmpty()) {
            figures++;
            check(table).forEach(p -> problems.add(file.path() + " " + table.name() + ": " + p));
          }
        }
      }
    }
    System.out.println(figures + " figures drawn");
    assertThat(problems).isEmpty();
  }

  private static List<String> check(Table table) {
    Figure whole =
        ChainDiagram.of(new Ids("t"), table, table.chains(), "Chains", Messages.english());
    Figure shown = Summary.of(whole, Collapse.AUTO, Messages.english());
    List<String> problems = new ArrayList<>(Drawn.problems(shown));
    List<String> rules =
        table.chains().stream()
            .flatMap(
                chain ->
                    chain.rules().stream()
                        .map(r -> new Ids("t").rule(table.name(), chain.name(), r.number())))
            .sorted()
            .toList();
    Stream<String> rows =
        shown.boxes().stream()
            .flatMap(box -> box.rows().stream())
            .flatMap(row -> row.rules().stream());
    List<String> covered = Stream.concat(rows, shown.leftOut().stream()).sorted().toList();
    if (!covered.equals(rules)) {
      problems.add("not each rule is in one row");
    }
    return problems;
  }
}
