package io.github.chainbook.cli;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code json}: prints a dump as one JSON object. */
@Command(
    name = "json",
    description = "Prints a dump as one JSON object, and what is wrong with it to standard error.",
    mixinStandardHelpOptions = true)
final class JsonCommand implements Callable<Integer> {

  private final Console console;
  private final RulesetReader reader;

  @Mixin private FamilyOption family;

  @Parameters(paramLabel = "FILE", description = "a dump; - is standard input")
  private String file;

  JsonCommand(Console console, RulesetReader reader) {
    this.console = console;
    this.reader = reader;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = console.writer(console.err());
    try {
      Reading reading = reader.read(console.read(file), family.get());
      for (Ruleset ruleset : reading.rulesets()) {
        RulesetJson.write(ruleset, console.out());
      }
      reading.diagnostics().forEach(err::println);
      return reading.hasErrors() ? 1 : 0;
    } catch (Console.Unreadable e) {
      err.println(e.diagnostic());
      return 1;
    }
  }
}
