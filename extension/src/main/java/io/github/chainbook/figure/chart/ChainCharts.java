package io.github.chainbook.figure.chart;

import io.github.chainbook.explain.Explainer;
import io.github.chainbook.explain.Explanation;
import io.github.chainbook.figure.ChainWords;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.RuleRows;
import io.github.chainbook.figure.chart.Step.After;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the flow charts of a table's chains. */
public final class ChainCharts {

  /** A chart of more rules than these is longer than a page; the rule table shows the rest. */
  static final int MOST_RULES = 40;

  /**
   * Targets that end the chain for some packets and pass on others: {@code ipt_SYNPROXY.c}, {@code
   * ipt_CLUSTERIP.c}.
   */
  private static final Set<String> MAY_GO_ON = Set.of("SYNPROXY", "CLUSTERIP");

  private final Ids ids;
  private final Table table;
  private final Messages words;
  private final ChainWords chainWords;
  private final Explainer explainer;

  /**
   * Charts of a table.
   *
   * @param ids the ids to which links lead
   * @param family IPv4 or IPv6
   * @param table the table
   * @param words the language
   */
  public ChainCharts(Ids ids, Family family, Table table, Messages words) {
    this.ids = ids;
    this.table = table;
    this.words = words;
    this.chainWords = new ChainWords(words);
    this.explainer = new Explainer(family, table, words);
  }

  /** The chart of one chain. */
  public ChainChart of(Chain chain) {
    List<Step> steps = new ArrayList<>();
    for (Rule rule : chain.rules()) {
      if (steps.size() == MOST_RULES || takenAll(steps)) {
        break;
      }
      steps.add(step(chain, rule));
    }
    String title = words.text("chart.title", "chain", chain.name(), "table", table.name());
    return new ChainChart(
        title,
        description(chain, steps),
        List.of(new Line(Line.Tone.HEAD, chain.name(), Optional.of(link(chain)))),
        steps,
        left(chain, steps),
        takenAll(steps) ? List.of() : end(chain));
  }

  private static boolean takenAll(List<Step> steps) {
    return !steps.isEmpty() && steps.get(steps.size() - 1).takesAll();
  }

  private Step step(Chain chain, Rule rule) {
    Link link = link(chain, rule);
    Explanation explanation = explainer.explain(chain, rule);
    List<Line> question = new ArrayList<>();
    String asks = text(explainer.asks(rule));
    if (!asks.isEmpty()) {
      question.add(
          linked(words.text("chart.question", "number", rule.number(), "asks", asks), link));
    }
    List<Line> action = new ArrayList<>();
    String number = question.isEmpty() ? rule.number() + ": " : "";
    action.add(linked(number + RuleRows.action(rule, chainWords), link));
    aside(chain, rule, explanation).map(Line::soft).ifPresent(action::add);
    return new Step(question, action, after(rule, explanation));
  }

  private static After after(Rule rule, Explanation explanation) {
    return switch (RuleRows.kind(rule)) {
      case JUMP -> After.CALL;
      case GOTO, RETURN -> After.LEAVES;
      case NONE -> After.NEXT;
      case TARGET -> goesOn(rule, explanation) ? After.NEXT : After.LEAVES;
    };
  }

  private static boolean goesOn(Rule rule, Explanation explanation) {
    return explanation.goesOn() || !explanation.complete() || mayGoOn(rule);
  }

  private static boolean mayGoOn(Rule rule) {
    return MAY_GO_ON.contains(rule.target().orElseThrow().name());
  }

  // What the target alone does not say.
  private Optional<String> aside(Chain chain, Rule rule, Explanation explanation) {
    Row.Kind kind = RuleRows.kind(rule);
    if (kind == Row.Kind.RETURN) {
      return Optional.of(behind(chain));
    } else if (kind != Row.Kind.TARGET || explanation.goesOn()) {
      return Optional.empty();
    } else if (mayGoOn(rule)) {
      return Optional.of(words.text("chart.may-end"));
    }
    return explanation.complete() ? Optional.empty() : Optional.of(words.text("chart.unknown"));
  }

  // A goto leaves no way back, so what it leads to returns to behind the jump before it:
  // iptables(8).
  private String behind(Chain chain) {
    if (chain.builtIn()) {
      return chain
          .policy()
          .map(policy -> words.text("chart.policy", "policy", policy))
          .orElseGet(() -> words.text("chart.no-policy"));
    }
    boolean byGoto =
        table.chains().stream()
            .flatMap(caller -> caller.rules().stream())
            .flatMap(rule -> rule.target().stream())
            .anyMatch(t -> t.kind() == Target.Kind.GOTO && t.name().equals(chain.name()));
    return words.text(byGoto ? "chart.back-behind-goto" : "chart.back");
  }

  private List<Line> end(Chain chain) {
    return List.of(Line.plain(behind(chain)));
  }

  private List<Line> left(Chain chain, List<Step> steps) {
    int left = chain.rules().size() - steps.size();
    if (left == 0) {
      return List.of();
    }
    String key = takenAll(steps) ? "chart.never-reached" : "chart.not-drawn";
    return List.of(
        Line.soft(
            words.text(
                key, "count", left, "first", steps.size() + 1, "last", chain.rules().size())));
  }

  private String description(Chain chain, List<Step> steps) {
    return steps.stream()
            .map(
                step ->
                    step.question().stream().map(Line::text).collect(Collectors.joining(" "))
                        + (step.question().isEmpty() ? "" : " ")
                        + step.action().stream().map(Line::text).collect(Collectors.joining(", "))
                        + ".")
            .collect(Collectors.joining(" "))
        + (takenAll(steps) ? "" : " " + words.text("chart.otherwise", "end", behind(chain)));
  }

  private Link link(Chain chain) {
    return new Link(ids.chain(table.name(), chain.name()), chainWords.chain(chain.name()));
  }

  private Link link(Chain chain, Rule rule) {
    return new Link(
        ids.rule(table.name(), chain.name(), rule.number()), RuleText.line(chain, rule));
  }

  private static Line linked(String text, Link link) {
    return new Line(Line.Tone.PLAIN, text, Optional.of(link));
  }

  private static String text(List<Phrase> phrases) {
    return phrases.stream().map(Phrase::text).collect(Collectors.joining());
  }
}
