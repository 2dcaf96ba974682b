package io.github.chainbook.explain;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.kernel.RuleLines;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule of {@code kernel/rules}, which have every option of every extension in each of its forms.
 *
 * @param family the family that it is for
 * @param table the table that holds it
 * @param chain the chain that holds it
 * @param rule the rule
 */
record ExampleRules(Family family, Table table, Chain chain, Rule rule) {

  /** All rules that are not refused. */
  static List<ExampleRules> all() {
    RulesetReader reader = new RulesetReader();
    List<ExampleRules> all = new ArrayList<>();
    for (GoldenFiles.Pair file : GoldenFiles.pairs(RuleLines.class, "rules", ".rules", ".saved")) {
      for (RuleLines line : RuleLines.of(file.name(), file.input())) {
        Reading reading =
            reader.read(SourceText.of(file.name(), line.dump()), Optional.of(line.family()));
        if (!reading.hasErrors()) {
          for (Table table : reading.ruleset().tables()) {
            for (Chain chain : table.chains()) {
              chain.rules().forEach(r -> all.add(new ExampleRules(line.family(), table, chain, r)));
            }
          }
        }
      }
    }
    return all;
  }

  Explanation explained(Messages messages) {
    return new Explainer(family, table, messages).explain(chain, rule);
  }
}
