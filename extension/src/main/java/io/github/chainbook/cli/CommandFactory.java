package io.github.chainbook.cli;

import io.github.chainbook.ruleset.RulesetReader;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the console that it prints to. */
final class CommandFactory implements IFactory {

  private final Console console;
  private final RulesetReader reader = new RulesetReader();

  CommandFactory(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(console, reader));
    }
    if (type == JsonCommand.class) {
      return type.cast(new JsonCommand(console, reader));
    }
    if (type == ExplainCommand.class) {
      return type.cast(new ExplainCommand(console, reader));
    }
    if (type == SaveCommand.class) {
      return type.cast(new SaveCommand(console, reader));
    }
    if (type == TraceCommand.class) {
      return type.cast(new TraceCommand(console));
    }
    if (type == PageCommand.class) {
      return type.cast(new PageCommand(console, reader));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
