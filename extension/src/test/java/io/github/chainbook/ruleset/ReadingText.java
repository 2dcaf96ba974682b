package io.github.chainbook.ruleset;

import io.github.chainbook.text.VisibleText;
import io.github.chainbook.xtables.RuleOption;

/** A reading as lines of text, all that it holds, so that a golden file can be compared. */
final class ReadingText {

  private final StringBuilder out = new StringBuilder();

  private ReadingText() {}

  static String of(Reading reading) {
    ReadingText text = new ReadingText();
    text.reading(reading);
    return text.out.toString();
  }

  private void reading(Reading reading) {
    line(reading.ruleset().family().word());
    reading.ruleset().comments().forEach(comment -> line("comment " + comment));
    reading.ruleset().tables().forEach(this::table);
    reading.setAside().forEach(s -> line("set aside " + place(s.position()) + " " + s.text()));
    reading.diagnostics().forEach(d -> line(d.toString()));
  }

  private void table(Table table) {
    line("table " + table.name() + " in line " + table.line());
    table.chains().forEach(this::chain);
  }

  private void chain(Chain chain) {
    line(
        "  chain "
            + chain.name()
            + " in line "
            + chain.line()
            + " "
            + chain.origin()
            + (chain.builtIn() ? " built-in" : "")
            + chain.policy().map(p -> " " + p).orElse("")
            + chain.counters().map(ReadingText::counters).orElse(""));
    chain.rules().forEach(rule -> rule(chain, rule));
  }

  private void rule(Chain chain, Rule rule) {
    line(
        "    "
            + rule.number()
            + " in line "
            + rule.position().line()
            + rule.counters().map(ReadingText::counters).orElse("")
            + ": "
            + RuleText.line(chain, rule));
    for (Match match : rule.matches()) {
      line("        " + match.module().map(m -> "-m " + m).orElse("built-in"));
      match.options().forEach(this::option);
    }
    if (rule.target().isPresent()) {
      Target target = rule.target().get();
      line(
          "        "
              + target.kind().word()
              + " "
              + target.name()
              + " in column "
              + target.column());
      target.options().forEach(this::option);
    }
  }

  private void option(RuleOption option) {
    line(
        "            "
            + (option.negated() ? "not " : "")
            + option.name()
            + " "
            + option.words()
            + (option.isKnown() ? "" : " as it stands"));
  }

  private static String counters(Counters counters) {
    return " [" + counters.packets() + ":" + counters.bytes() + "]";
  }

  private static String place(io.github.chainbook.text.Position position) {
    return position.line() + ":" + position.column();
  }

  private void line(String text) {
    out.append(VisibleText.of(text)).append('\n');
  }
}
