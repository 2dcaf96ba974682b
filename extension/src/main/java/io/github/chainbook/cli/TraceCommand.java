package io.github.chainbook.cli;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final RulesetReader reader;

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

  TraceCommand(Console console, RulesetReader reader) {
    this.console = console;
    this.reader = reader;
  }

  @Override
  public Integer call() throws IOException {
    List<Backend> backends = backends();
    PrintWriter err = console.writer(console.err());
    BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(console.out(), StandardCharsets.US_ASCII), 1 << 16);
    try {
      boolean loaded = input.cases != null ? cases(backends, out) : single(backends, out);
      out.flush();
      return loaded ? 0 : 1;
    } catch (Console.Unreadable e) {
      out.flush();
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

  private boolean single(List<Backend> backends, BufferedWriter out)
      throws IOException, Console.Unreadable {
    Single given = input.single;
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", given.rules);
    put(one, "rules_file", given.rules);
    put(one, "rules6_file", given.rules6);
    put(one, "ipset_file", given.ipset);
    if (given.env != null) {
      String text =
          given.env.startsWith("@")
              ? String.join("\n", console.read(given.env.substring(1)).lines())
              : given.env;
      one.put("env", object("--env", 0, text));
    }
    List<Object> packets = new ArrayList<>();
    try (BufferedReader lines = open(given.packets)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (isData(line)) {
          packets.add(object(given.packets, number, line));
        }
      }
    }
    one.put("packets", packets);
    return answer(one, backends, out);
  }

  private static void put(Map<String, Object> map, String name, String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private boolean cases(List<Backend> backends, BufferedWriter out)
      throws IOException, Console.Unreadable {
    boolean loaded = true;
    try (BufferedReader lines = open(input.cases)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (isData(line)) {
          loaded &= answer(object(input.cases, number, line), backends, out);
          if (input.cases.equals("-")) {
            out.flush();
          }
        }
      }
    }
    return loaded;
  }

  private static boolean isData(String line) {
    String text = line.strip();
    return !text.isEmpty() && !text.startsWith("#") && !text.startsWith("//");
  }

  private static Map<String, Object> object(String file, int line, String text)
      throws Console.Unreadable {
    try {
      return JsonText.object(text);
    } catch (IOException e) {
      String name = file.equals("-") ? "<stdin>" : file;
      throw new Console.Unreadable(
          Diagnostic.error(
              "bad-json",
              new Position(name, line, 1),
              "expected a JSON object: " + e.getMessage().lines().findFirst().orElse("")));
    }
  }

  private boolean answer(Map<String, Object> one, List<Backend> backends, BufferedWriter out)
      throws IOException {
    TraceCase traced = new TraceCase(new Fields(one), reader, console);
    TraceJson json = new TraceJson(out);
    for (Backend each : backends) {
      traced.write(each, json);
    }
    json.flush();
    return traced.isLoaded();
  }

  private BufferedReader open(String file) throws IOException, Console.Unreadable {
    if (file.equals("-")) {
      return reader(console.in());
    }
    console.read(file); // says why, if it cannot be read
    return reader(Files.newInputStream(Path.of(file)));
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }
}
