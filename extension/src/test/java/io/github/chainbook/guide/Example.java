package io.github.chainbook.guide;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.explain.Explainer;
import io.github.chainbook.kernel.RuleLines;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.ProtocolNames;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One use of a match or target in one of the rules of {@code kernel/rules}, which have every option
 * of every extension.
 *
 * @param written the rule as it stands there
 * @param isTarget whether it is a target; else it is a match
 * @param name its name as iptables-save prints it
 * @param options the options that the rule gives it
 * @param rule what else it may know of the rule
 * @param explained whether the explainer has words for all of it
 */
record Example(
    String written,
    boolean isTarget,
    String name,
    Options options,
    RuleContext rule,
    boolean explained) {

  /** All uses in all rules that are not refused. */
  static List<Example> all() {
    RulesetReader reader = new RulesetReader();
    List<Example> examples = new ArrayList<>();
    for (GoldenFiles.Pair file : GoldenFiles.pairs(RuleLines.class, "rules", ".rules", ".saved")) {
      for (RuleLines line : RuleLines.of(file.name(), file.input())) {
        Reading reading =
            reader.read(SourceText.of(file.name(), line.dump()), Optional.of(line.family()));
        if (!reading.hasErrors()) {
          reading.ruleset().tables().forEach(t -> add(examples, line, t));
        }
      }
    }
    return examples;
  }

  private static void add(List<Example> examples, RuleLines line, Table table) {
    Uses uses = new Uses(line, table, new Explainer(line.family(), table));
    for (Chain chain : table.chains()) {
      for (Rule rule : chain.rules()) {
        rule.matches().stream().flatMap(m -> uses.of(chain, rule, m)).forEach(examples::add);
        rule.target().stream().flatMap(t -> uses.of(chain, rule, t)).forEach(examples::add);
      }
    }
  }

  /** Whether it uses this extension. */
  boolean uses(Extension extension) {
    return extension.families().contains(rule.family())
        && isTarget == extension.isTarget()
        && name.equals(extension.savedAs())
        && (name.equals(extension.name()) || written.contains(" " + extension.name()));
  }

  /** The uses in the rules of one table. Each is explained as if it stood in its rule alone. */
  private record Uses(RuleLines line, Table table, Explainer explainer) {

    Stream<Example> of(Chain chain, Rule rule, Match match) {
      Rule alone = new Rule(1, rule.position(), Optional.empty(), List.of(match), Optional.empty());
      return match.module().stream()
          .map(name -> use(false, name, match.options(), rule, chain, alone));
    }

    Stream<Example> of(Chain chain, Rule rule, Target target) {
      Rule alone = new Rule(1, rule.position(), Optional.empty(), List.of(), Optional.of(target));
      return target.kind() == Target.Kind.EXTENSION
          ? Stream.of(use(true, target.name(), target.options(), rule, chain, alone))
          : Stream.of();
    }

    private Example use(
        boolean isTarget,
        String name,
        List<RuleOption> options,
        Rule rule,
        Chain chain,
        Rule alone) {
      return new Example(
          line.rule(),
          isTarget,
          name,
          new Options(options),
          context(rule),
          explainer.explain(chain, alone).complete());
    }

    private RuleContext context(Rule rule) {
      Optional<RuleOption> protocol =
          rule.matchOptions().filter(option -> option.name().equals("-p")).findFirst();
      int number = protocol.map(p -> number(p.word())).orElse(0);
      boolean negated = protocol.map(RuleOption::negated).orElse(false);
      return new RuleContext(line.family(), table.name(), number, negated)
          .beside(rule.matchOptions().toList());
    }

    private static int number(String protocol) {
      return ProtocolNames.number(protocol).orElseGet(() -> Integer.valueOf(protocol));
    }
  }
}
