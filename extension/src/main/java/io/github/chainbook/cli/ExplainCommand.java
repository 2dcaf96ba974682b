package io.github.chainbook.cli;

import io.github.chainbook.explain.Explainer;
import io.github.chainbook.explain.Explanation;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.Bytes;
import io.github.chainbook.words.Messages;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code explain}: says what each rule of a dump does. */
@Command(
    name = "explain",
    description = {
      "Says in plain words what each rule of a dump does, and what is wrong with the dump to"
          + " standard error."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand extends OneDump {

  /** How the sentences are printed. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--lang",
      paramLabel = "L",
      description = "language of the sentences, such as zh-CN; English where it is not known")
  private String lang = "en";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, or json: one object a line (${DEFAULT-VALUE})",
      defaultValue = "text")
  private Format format;

  ExplainCommand(Console console, RulesetReader reader) {
    super(console, reader);
  }

  @Override
  void print(Ruleset ruleset, Console to) throws IOException {
    if (format == Format.TEXT) {
      each(ruleset, (table, chain, rule, said) -> text(table, chain, rule, said, to));
      return;
    }
    try (RulesetJson.Explanations json = new RulesetJson.Explanations(to.out())) {
      each(ruleset, json::write);
    }
  }

  /** Takes what is said of a rule. */
  @FunctionalInterface
  private interface Listener {
    void take(Table table, Chain chain, Rule rule, Explanation said) throws IOException;
  }

  private void each(Ruleset ruleset, Listener listener) throws IOException {
    Messages messages = Messages.of(lang);
    for (Table table : ruleset.tables()) {
      Explainer explainer = new Explainer(ruleset.family(), table, messages);
      for (Chain chain : table.chains()) {
        for (Rule rule : chain.rules()) {
          listener.take(table, chain, rule, explainer.explain(chain, rule));
        }
      }
    }
  }

  private static void text(Table table, Chain chain, Rule rule, Explanation said, Console to)
      throws IOException {
    if (rule.number() == 1) {
      write(to, "# " + table.name() + " " + chain.name() + "\n");
    }
    write(to, RuleText.line(chain, rule) + "\n    " + said.text() + "\n");
  }

  private static void write(Console to, String text) throws IOException {
    to.out().write(Bytes.encode(text));
  }
}
