package io.github.chainbook.cli;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that prints one dump in another form, and what is wrong with it to standard error. */
abstract class OneDump implements Callable<Integer> {

  private static final int BUFFER = 1 << 16;

  private final Console console;
  private final RulesetReader reader;

  @Mixin private FamilyOption family;

  @Parameters(paramLabel = "FILE", description = "a dump; - is standard input")
  private String file;

  OneDump(Console console, RulesetReader reader) {
    this.console = console;
    this.reader = reader;
  }

  /** Prints a ruleset of the dump to what gathers many small pieces. */
  abstract void print(Ruleset ruleset, Console to) throws IOException;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = console.writer(console.err());
    try {
      Reading reading = reader.read(console.read(file), family.get());
      PrintStream out = new PrintStream(new BufferedOutputStream(console.out(), BUFFER), false);
      for (Ruleset ruleset : reading.rulesets()) {
        print(ruleset, new Console(console.in(), out, console.err()));
      }
      out.flush();
      reading.diagnostics().forEach(err::println);
      return reading.hasErrors() ? 1 : 0;
    } catch (Console.Unreadable e) {
      err.println(e.diagnostic());
      return 1;
    }
  }
}
