package io.github.chainbook.netfilter.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A program of {@code src/test/kernel} that prints random cases. */
enum CaseGenerator {
  /** Tables, user chains and the matches and targets that most dumps have. */
  PLAIN,
  /** Hooks, tables, connection tracking, translation and routing. */
  CORE,
  /** The same, where addresses, routes and rules of routing decide which way packets go. */
  ROUTE,
  /** On such machines, whether an answer would leave the way that its packet came. */
  REVERSE,
  /** Matches that look at headers. */
  MATCH,
  /** Matches with state, targets and sets. */
  STATE,
  /** Every option of every extension, from the rules of the room {@code kernel}. */
  OPTION;

  /**
   * Its cases, a line each.
   *
   * @param packets how many packets a case has at most
   * @param seed one seed gives the same cases everywhere
   */
  List<String> cases(int cases, int packets, long seed) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3", KernelHarness.FOLDER + "/" + file()));
    for (long number : new long[] {cases, packets, seed}) {
      command.add(String.valueOf(number));
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    if (lines.size() != cases) {
      throw new IOException(file() + " printed " + lines.size() + " cases");
    }
    return lines;
  }

  /** What the option {@code --generator} calls it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private String file() {
    return word() + "-cases.py";
  }
}
