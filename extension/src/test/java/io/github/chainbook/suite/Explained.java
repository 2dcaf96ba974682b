package io.github.chainbook.suite;

import io.github.chainbook.explain.Explainer;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many rules of the corpus are explained with words for all that they say.
 *
 * @param rules how many rules there are
 * @param incomplete those that are not, each with its file
 */
record Explained(int rules, List<String> incomplete) {

  /** Prints the share and what is missing. Needs the corpus alone. */
  public static void main(String[] args) {
    Corpus.find()
        .ifPresentOrElse(
            corpus -> of(corpus).print(),
            () -> System.out.println("no corpus: set -Dchainbook.corpus=DIR"));
  }

  static Explained of(Corpus corpus) {
    RulesetReader reader = new RulesetReader();
    int rules = 0;
    List<String> incomplete = new ArrayList<>();
    for (Corpus.Entry file :
        corpus.files("dump", "restore-file", "embedded", "suite-dump", "S-list")) {
      for (Ruleset ruleset : reader.read(file.source(), Optional.empty()).rulesets()) {
        for (Table table : ruleset.tables()) {
          Explainer explainer = new Explainer(ruleset.family(), table);
          for (Chain chain : table.chains()) {
            for (Rule rule : chain.rules()) {
              rules++;
              if (!explainer.explain(chain, rule).complete()) {
                incomplete.add(file + ": " + RuleText.line(chain, rule));
              }
            }
          }
        }
      }
    }
    return new Explained(rules, incomplete);
  }

  void print() {
    int complete = rules - incomplete.size();
    System.out.printf(
        Locale.ROOT,
        "rules explained in full: %d of %d (%.2f %%)%n",
        complete,
        rules,
        rules == 0 ? 0.0 : 100.0 * complete / rules);
    incomplete.forEach(line -> System.out.println("  " + line));
  }
}
