package io.github.chainbook.cli;

import io.github.chainbook.ruleset.RulesetReader;
import java.util.List;
import java.util.Optional;
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
    subcommands = {
      CheckCommand.class,
      SaveCommand.class,
      JsonCommand.class,
      ExplainCommand.class,
      TraceCommand.class,
      PageCommand.class
    })
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
    return isPlainCheck(args)
        ? new Check(console, new RulesetReader())
            .run(List.of(args).subList(1, args.length), Optional.empty())
        : understood(console, args);
  }

  // A check without options is what hooks and pipelines call many times, and picocli takes longer
  // to start than a usual dump takes to be read.
  private static boolean isPlainCheck(String... args) {
    boolean plain = args.length > 1 && args[0].equals(CheckCommand.NAME);
    for (int i = 1; plain && i < args.length; i++) {
      plain = !args[i].startsWith("-") || args[i].equals("-");
    }
    return plain;
  }

  private static int understood(Console console, String... args) {
    CommandLine line = new CommandLine(new Main(), new CommandFactory(console));
    line.setCaseInsensitiveEnumValuesAllowed(true);
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
