package io.github.chainbook.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code chainbook}: the commands. Exit 0 without errors, 1 with errors in the input, 2 wrong
 * usage.
 */
@Command(
    name = "chainbook",
    description = "Reads iptables-save dumps.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {CheckCommand.class, SaveCommand.class, JsonCommand.class, TraceCommand.class})
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] args) {
    System.exit(run(Console.standard(), args));
  }

  /**
   * Runs one command.
   *
   * @param console where input comes from and output goes to
   * @param args the command and what it is given
   * @return the exit status
   */
  static int run(Console console, String... args) {
    CommandLine line = new CommandLine(new Main(), new CommandFactory(console));
    line.setOut(console.writer(console.out()));
    line.setErr(console.writer(console.err()));
    // A file may be called @name, and options will take @FILE themselves.
    line.setExpandAtFiles(false);
    return line.execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command");
  }
}
