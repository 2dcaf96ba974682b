package io.github.chainbook.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Dumps;
import io.github.chainbook.ruleset.GeneratedDump;
import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Reads the data behind a sentence and makes the rule's options of them again: each is spoken of
 * once and no negation is lost. Whether something is negated is read from the words that were
 * chosen, not from the option.
 */
class SecondReadingTest {

  private static final List<ExampleRules> EXAMPLES = ExampleRules.all();

  private static List<String> said(Explanation explanation) {
    List<String> said = new ArrayList<>();
    for (Clause clause : explanation.clauses()) {
      for (RuleOption option : clause.options()) {
        boolean negated = clause.key().isEmpty() ? option.negated() : clause.negated();
        said.add(line(clause.owner(), negated, option));
      }
    }
    return said;
  }

  private static List<String> asked(Rule rule) {
    List<String> asked = new ArrayList<>();
    for (Match match : rule.matches()) {
      String owner = "match." + match.module().orElse("");
      match.options().forEach(o -> asked.add(line(owner, o.negated(), o)));
    }
    Optional<Target> target = rule.target();
    target.ifPresent(
        t -> t.options().forEach(o -> asked.add(line("target." + t.name(), o.negated(), o))));
    return asked;
  }

  private static List<String> owners(Rule rule) {
    List<String> owners = new ArrayList<>();
    rule.matches().stream()
        .filter(match -> match.options().isEmpty())
        .forEach(match -> owners.add("match." + match.module().orElse("")));
    return owners;
  }

  private static String line(String owner, boolean negated, RuleOption option) {
    return owner + (negated ? " ! " : " ") + option.name() + " " + option.words();
  }

  private static void check(Explanation explanation, Rule rule) {
    assertThat(said(explanation)).containsExactlyInAnyOrderElementsOf(asked(rule));
    assertThat(explanation.clauses()).extracting(Clause::owner).containsAll(owners(rule));
  }

  @Property
  void eachOptionOfCombinedExamplesIsSaidOnce(@ForAll Random random) {
    ExampleRules place = EXAMPLES.get(random.nextInt(EXAMPLES.size()));
    List<Match> matches = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      ExampleRules other = EXAMPLES.get(random.nextInt(EXAMPLES.size()));
      if (other.family() == place.family()) {
        matches.addAll(other.rule().matches());
      }
    }
    Rule rule =
        new Rule(1, place.rule().position(), Optional.empty(), matches, place.rule().target());
    Explainer explainer = new Explainer(place.family(), place.table());
    check(explainer.explain(place.chain(), rule), rule);
  }

  @Property
  void eachOptionOfGeneratedDumpsIsSaidOnce(@ForAll Random random) {
    for (Table table : Dumps.read(GeneratedDump.of(random)).ruleset().tables()) {
      Explainer explainer =
          new Explainer(io.github.chainbook.xtables.Family.IPV4, table, Messages.english());
      table
          .chains()
          .forEach(chain -> chain.rules().forEach(r -> check(explainer.explain(chain, r), r)));
    }
  }
}
