package io.github.chainbook.cli;

import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.SaveText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code save}: prints a dump as iptables-save would. */
@Command(
    name = "save",
    description = {
      "Prints a dump as iptables-legacy-save 1.8.9 would, and what is wrong with it to standard"
          + " error."
    },
    mixinStandardHelpOptions = true)
final class SaveCommand extends OneDump {

  @Option(names = "--counters", description = "print the counters of each rule")
  private boolean counters;

  SaveCommand(Console console, RulesetReader reader) {
    super(console, reader);
  }

  @Override
  void print(Ruleset ruleset, Console to) throws IOException {
    OutputStream bytes = new BufferedOutputStream(to.out(), 1 << 16);
    SaveText.write(ruleset, counters, bytes);
    bytes.flush();
  }
}
