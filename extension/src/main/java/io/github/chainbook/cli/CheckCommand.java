package io.github.chainbook.cli;

import io.github.chainbook.ruleset.RulesetReader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check}: says what is wrong with dumps, and nothing else. */
@Command(
    name = CheckCommand.NAME,
    description = "Reads dumps and prints what is wrong with them.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  static final String NAME = "check";

  private final Check check;

  @Mixin private FamilyOption family;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "a dump; - is standard input")
  private List<String> files;

  CheckCommand(Console console, RulesetReader reader) {
    this.check = new Check(console, reader);
  }

  @Override
  public Integer call() {
    return check.run(files, family.get());
  }
}
