package io.github.chainbook.asciidoc;

import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.text.AsciiDocText;

/** Names the steps of traces, with links to the rows and chains of the rule tables. */
final class StepLinks {

  private final Book.Entry entry;
  private final Anchors anchors;

  StepLinks(Book.Entry entry, Anchors anchors) {
    this.entry = entry;
    this.anchors = anchors;
  }

  /** {@code nat ISTIO_OUTPUT 4} or {@code policy of nat OUTPUT}. */
  String step(TraceStep step) {
    return switch (step.type()) {
      case RULE -> rule(step, step.table() + " " + name(step));
      case POLICY -> chain(step, "policy of " + step.table() + " " + step.chain());
      case RETURN -> chain(step, "end of " + step.table() + " " + step.chain());
    };
  }

  /** {@code ISTIO_OUTPUT 4}. */
  String rule(TraceStep step) {
    return rule(step, name(step));
  }

  private static String name(TraceStep step) {
    return step.chain() + " " + step.rule().orElseThrow().number();
  }

  private String rule(TraceStep step, String text) {
    int number = step.rule().orElseThrow().number();
    String id = entry.ids().rule(step.table(), step.chain(), number);
    return linked(step, id, text);
  }

  /** A chain under another name. */
  String chain(TraceStep step, String text) {
    return linked(step, entry.ids().chain(step.table(), step.chain()), text);
  }

  // Where a dump holds rules of two families, the tables show those of the first.
  private String linked(TraceStep step, String id, String text) {
    String escaped = AsciiDocText.escape(text);
    Ruleset shown = entry.ruleset();
    boolean there =
        shown
            .table(step.table())
            .flatMap(table -> table.chain(step.chain()))
            .filter(chain -> step.rule().isEmpty() || contains(chain.rules(), step.rule().get()))
            .isPresent();
    return there ? anchors.link(id, escaped) : escaped;
  }

  private static boolean contains(java.util.List<Rule> rules, Rule rule) {
    return rules.stream().anyMatch(each -> each == rule || each.equals(rule));
  }
}
