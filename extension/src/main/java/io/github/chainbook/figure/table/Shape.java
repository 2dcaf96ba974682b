package io.github.chainbook.figure.table;

import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of a rule when its values are taken away: its modules and options in order, which
 * are negated, and what it does. Rules of one shape print as equally many words.
 *
 * @param parts modules, options with how many values each has, and the target: the name of a
 *     verdict or extension, but of a chain only that one jumps or goes there
 */
record Shape(List<String> parts) {

  static Shape of(Rule rule) {
    List<String> parts = new ArrayList<>();
    for (Match match : rule.matches()) {
      parts.add("m " + match.module().orElse(""));
      match.options().forEach(option -> parts.add(part(option)));
    }
    rule.target().ifPresent(target -> add(parts, target));
    return new Shape(List.copyOf(parts));
  }

  private static void add(List<String> parts, Target target) {
    parts.add(target.kind().word() + (target.leadsToChain() ? "" : " " + target.name()));
    target.options().forEach(option -> parts.add(part(option)));
  }

  private static String part(RuleOption option) {
    return (option.negated() ? "! " : "o ") + option.name() + " " + option.values().size();
  }
}
