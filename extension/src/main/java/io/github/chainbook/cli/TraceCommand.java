package io.github.chainbook.cli;

import io.github.chainbook.netfilter.Backend;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trace}: says what rules do to packets. */
@Command(
    name = "trace",
    description = "Says what rules do to packets, one JSON object a line.",
    mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Input input;

  @Option(
      names = "--backend",
      paramLabel = "B",
      defaultValue = "legacy",
      description = "legacy, nft or both: which back end of iptables loads the rules")
  private String backend;

  @Option(names = "--jobs", paramLabel = "N", defaultValue = "1", description = "threads")
  private int jobs;

  /** Where packets come from. */
  static final class Input {
    @Option(
        names = "--cases",
        paramLabel = "FILE",
        description = "cases, one JSON object a line; - is standard input, answered one by one")
    private String cases;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Single single;
  }

  /** One case on the command line. */
  static final class Single {
    @Option(names = "--packets", required = true, paramLabel = "FILE", description = "packets")
    private String packets;

    @Option(names = "--rules", paramLabel = "FILE", description = "an iptables-save dump")
    private String rules;

    @Option(names = "--rules6", paramLabel = "FILE", description = "an ip6tables-save dump")
    private String rules6;

    @Option(names = "--ipset", paramLabel = "FILE", description = "what ipset save prints")
    private String ipset;

    @Option(
        names = "--env",
        paramLabel = "JSON|@FILE",
        description = "the machine: its addresses, routes and listeners")
    private String env;
  }

  TraceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Backend> backends = backends();
    PrintWriter err = console.writer(console.err());
    if (jobs < 1) {
      throw new ParameterException(spec.commandLine(), "expected --jobs of at least 1");
    }
    JsonBytes out = new JsonBytes(console.out(), JsonBytes.LARGE);
    try (CaseJobs answers = new CaseJobs(jobs, console, backends, out, err)) {
      if (input.cases != null) {
        cases(answers);
      } else {
        answers.add(single());
      }
      return answers.finish() ? 0 : 1;
    } catch (Console.Unreadable e) {
      err.println(e.diagnostic());
      return 1;
    }
  }

  private List<Backend> backends() {
    return switch (backend) {
      case "legacy" -> List.of(Backend.LEGACY);
      case "nft" -> List.of(Backend.NFT);
      case "both" -> List.of(Backend.LEGACY, Backend.NFT);
      default ->
          throw new ParameterException(
              spec.commandLine(), "expected legacy, nft or both, found '" + backend + "'");
    };
  }

  private CaseText single() throws IOException, Console.Unreadable {
    Single given = input.single;
    CaseText one = CaseText.of(new Fields());
    Fields fields = one.fields();
    fields.set("id", given.rules);
    fields.set("rules_file", given.rules);
    fields.set("rules6_file", given.rules6);
    fields.set("ipset_file", given.ipset);
    if (given.env != null) {
      String text =
          given.env.startsWith("@")
              ? String.join("\n", console.read(given.env.substring(1)).lines())
              : given.env;
      fields.set("env", CaseText.object("--env", 1, () -> JsonText.object(text)));
    }
    try (Lines lines = console.lines(given.packets)) {
      int number = 0;
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (CaseText.isData(line)) {
          one.add(packet(given.packets, number, line));
        }
      }
    }
    return one;
  }

  private static Fields packet(String file, int number, Lines.Line line) throws Console.Unreadable {
    return CaseText.object(file, number, () -> JsonText.object(line, JsonText::fields));
  }

  private void cases(CaseJobs answers) throws IOException, Console.Unreadable {
    boolean isServer = input.cases.equals("-");
    try (Lines lines = console.lines(input.cases)) {
      int number = 0;
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (CaseText.isData(line)) {
          answers.add(input.cases, number, line);
          if (isServer) {
            answers.flush();
          }
        }
      }
    }
  }
}
