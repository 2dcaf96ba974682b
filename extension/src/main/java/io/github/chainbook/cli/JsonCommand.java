package io.github.chainbook.cli;

import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code json}: prints a dump as one JSON object. */
@Command(
    name = "json",
    description = "Prints a dump as one JSON object, and what is wrong with it to standard error.",
    mixinStandardHelpOptions = true)
final class JsonCommand extends OneDump {

  JsonCommand(Console console, RulesetReader reader) {
    super(console, reader);
  }

  @Override
  void print(Ruleset ruleset, Console to) throws IOException {
    RulesetJson.write(ruleset, to.out());
  }
}
