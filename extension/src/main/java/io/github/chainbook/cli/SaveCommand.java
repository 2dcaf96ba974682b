package io.github.chainbook.cli;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.SaveText;
import io.github.chainbook.text.Bytes;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code save}: prints a dump as iptables-save would. */
@Command(
    name = "save",
    description = {
      "Prints a dump as iptables-legacy-save 1.8.9 would, and what is wrong with it to standard"
          + " error."
    },
    mixinStandardHelpOptions = true)
final class SaveCommand implements Callable<Integer> {

  private final Console console;
  private final RulesetReader reader;

  @Mixin private FamilyOption family;

  @Option(names = "--counters", description = "print the counters of each rule")
  private boolean counters;

  @Parameters(paramLabel = "FILE", description = "a dump; - is standard input")
  private String file;

  SaveCommand(Console console, RulesetReader reader) {
    this.console = console;
    this.reader = reader;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = console.writer(console.err());
    try {
      Reading reading = reader.read(console.read(file), family.get());
      for (Ruleset ruleset : reading.rulesets()) {
        console.out().write(Bytes.encode(SaveText.of(ruleset, counters)));
      }
      console.out().flush();
      reading.diagnostics().forEach(err::println);
      return reading.hasErrors() ? 1 : 0;
    } catch (Console.Unreadable e) {
      err.println(e.diagnostic());
      return 1;
    }
  }
}
