package io.github.chainbook.cli;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check}: says what is wrong with dumps, and nothing else. */
@Command(
    name = "check",
    description = "Reads dumps and prints what is wrong with them.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private final Console console;
  private final RulesetReader reader;

  @Mixin private FamilyOption family;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "a dump; - is standard input")
  private List<String> files;

  CheckCommand(Console console, RulesetReader reader) {
    this.console = console;
    this.reader = reader;
  }

  @Override
  public Integer call() {
    PrintWriter err = console.writer(console.err());
    boolean errors = false;
    for (String file : files) {
      for (Diagnostic diagnostic : diagnostics(file)) {
        err.println(diagnostic);
        errors |= diagnostic.isError();
      }
    }
    err.flush();
    return errors ? 1 : 0;
  }

  private List<Diagnostic> diagnostics(String file) {
    try {
      Reading reading = reader.read(console.read(file), family.get());
      return reading.diagnostics();
    } catch (Console.Unreadable e) {
      return List.of(e.diagnostic());
    }
  }
}
