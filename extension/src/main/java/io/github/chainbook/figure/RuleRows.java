package io.github.chainbook.figure;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.RuleText.Role;
import io.github.chainbook.ruleset.RuleText.Word;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows of a table's rules. */
public final class RuleRows {

  private final Ids ids;
  private final Table table;
  private final ChainWords words;

  /**
   * A maker.
   *
   * @param ids the ids to which the rows lead
   * @param table the table
   * @param words what they say
   */
  public RuleRows(Ids ids, Table table, ChainWords words) {
    this.ids = ids;
    this.table = table;
    this.words = words;
  }

  /** The row of a rule. */
  public Row row(Chain chain, Rule rule) {
    return Row.of(
        rule.number(), conditions(rule), kind(rule), action(rule, words), link(chain, rule));
  }

  /** Where the row of a rule leads. */
  public Link link(Chain chain, Rule rule) {
    return new Link(
        ids.rule(table.name(), chain.name(), rule.number()), RuleText.line(chain, rule));
  }

  // A module's name says nothing that its options do not, so it is left out where it has some.
  private static List<String> conditions(Rule rule) {
    List<String> conditions = new ArrayList<>();
    rule.matches()
        .forEach(
            match -> {
              match
                  .module()
                  .filter(module -> match.options().isEmpty())
                  .ifPresent(module -> conditions.add("-m " + module));
              match.options().forEach(option -> conditions.add(RuleText.option(option)));
            });
    return conditions;
  }

  /** What kind of thing a rule does. */
  public static Row.Kind kind(Rule rule) {
    if (rule.target().isEmpty()) {
      return Row.Kind.NONE;
    }
    Target target = rule.target().get();
    return switch (target.kind()) {
      case JUMP -> Row.Kind.JUMP;
      case GOTO -> Row.Kind.GOTO;
      case VERDICT -> target.name().equals("RETURN") ? Row.Kind.RETURN : Row.Kind.TARGET;
      case EXTENSION -> Row.Kind.TARGET;
    };
  }

  /** What a rule does: its target with its options, {@code → CHAIN}, {@code goto CHAIN}. */
  public static String action(Rule rule, ChainWords words) {
    if (rule.target().isEmpty()) {
      return words.counts();
    }
    Target target = rule.target().get();
    List<String> all =
        RuleText.words(rule).stream()
            .dropWhile(word -> word.role() != Role.TARGET)
            .map(Word::text)
            .toList();
    return switch (target.kind()) {
      case JUMP -> words.jump(String.join(" ", all));
      case GOTO -> words.goTo(String.join(" ", all));
      case VERDICT, EXTENSION -> String.join(" ", all);
    };
  }
}
