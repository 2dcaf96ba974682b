package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Ids;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.text.AsciiDocText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Names the steps of traces, with links to the rows and chains of the rule tables. */
final class StepLinks {

  private final List<Book.Entry> entries;
  private final Anchors anchors;
  private final Wording wording;

  /**
   * Links into the tables of rulesets.
   *
   * @param entries the rulesets that may hold the rules; none where the book does not show them
   */
  StepLinks(List<Book.Entry> entries, Anchors anchors, Wording wording) {
    this.entries = List.copyOf(entries);
    this.anchors = anchors;
    this.wording = wording;
  }

  /** {@code nat ISTIO_OUTPUT 4} or {@code policy of nat OUTPUT}. */
  String step(TraceStep step) {
    return switch (step.type()) {
      case RULE -> rule(step, step.table() + " " + name(step));
      case POLICY -> end(step, "step.policy");
      case RETURN -> end(step, "step.end");
    };
  }

  private String end(TraceStep step, String key) {
    String chain = step.table() + " " + step.chain();
    return chain(step, wording.messages().text(key, "chain", chain));
  }

  /** {@code ISTIO_OUTPUT 4}. */
  String rule(TraceStep step) {
    return rule(step, name(step));
  }

  /** A rule of the chain that a step is in. */
  String rule(TraceStep step, Rule rule) {
    String text = step.chain() + " " + rule.number();
    return linked(step, text, ids -> ids.rule(step.table(), step.chain(), rule.number()));
  }

  private Optional<Book.Entry> entryOf(TraceStep step) {
    return entries.stream().filter(entry -> shows(entry.ruleset(), step)).findFirst();
  }

  /** The chain that a step is in, where the book shows its ruleset. */
  Optional<Chain> chainOf(TraceStep step) {
    return entryOf(step)
        .flatMap(entry -> entry.ruleset().table(step.table()))
        .flatMap(table -> table.chain(step.chain()));
  }

  /**
   * The ids of the rules that matched and of the chains whose policies were met, in order, as
   * figures have them in {@code data-rule} and {@code data-chain}; of an undecided packet those
   * that are certain. What the book's tables do not show is left out.
   */
  List<String> ids(Trace trace) {
    return trace.steps().stream()
        .filter(step -> step.type() != TraceStep.Type.RETURN)
        .flatMap(step -> entryOf(step).map(entry -> id(entry.ids(), step)).stream())
        .toList();
  }

  private static String id(Ids ids, TraceStep step) {
    return step.rule()
        .map(rule -> ids.rule(step.table(), step.chain(), rule.number()))
        .orElseGet(() -> ids.chain(step.table(), step.chain()));
  }

  private static String name(TraceStep step) {
    return step.chain() + " " + step.rule().orElseThrow().number();
  }

  private String rule(TraceStep step, String text) {
    int number = step.rule().orElseThrow().number();
    return linked(step, text, ids -> ids.rule(step.table(), step.chain(), number));
  }

  /** A chain under another name. */
  String chain(TraceStep step, String text) {
    return linked(step, text, ids -> ids.chain(step.table(), step.chain()));
  }

  // Where a dump holds rules of two families, the tables show those of the first.
  private String linked(TraceStep step, String text, Function<Ids, String> id) {
    String escaped = AsciiDocText.escape(text);
    return entryOf(step).map(entry -> anchors.link(id.apply(entry.ids()), escaped)).orElse(escaped);
  }

  private static boolean shows(Ruleset shown, TraceStep step) {
    return shown
        .table(step.table())
        .flatMap(table -> table.chain(step.chain()))
        .filter(chain -> step.rule().isEmpty() || contains(chain.rules(), step.rule().get()))
        .isPresent();
  }

  private static boolean contains(List<Rule> rules, Rule rule) {
    return rules.stream().anyMatch(each -> each == rule || each.equals(rule));
  }
}
