package io.github.chainbook.netfilter.kernel;

import io.github.chainbook.cli.Traces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the kernel and a trace about the same cases. */
final class Differential {

  private final KernelHarness harness;

  Differential(KernelHarness harness) {
    this.harness = harness;
  }

  /**
   * Compares cases.
   *
   * @param generator where they are from, for whoever reads of a disagreement
   */
  Tally compare(String generator, List<String> cases) throws IOException {
    Tally tally = new Tally();
    long start = System.nanoTime();
    List<List<Map<String, Object>>> kernel = new ArrayList<>();
    for (String line : cases) {
      kernel.add(harness.ask(line));
    }
    tally.kernelNanos = System.nanoTime() - start;
    start = System.nanoTime();
    List<String> lines = Traces.of(cases, "both");
    tally.ourNanos = System.nanoTime() - start;
    List<List<Map<String, Object>>> ours = perCase(lines);
    for (int i = 0; i < cases.size(); i++) {
      Tally one = new Tally();
      add(one, generator, cases.get(i), kernel.get(i), ours.get(i));
      if (!one.disagreements.isEmpty()) {
        confirm(one, cases.get(i), ours.get(i));
      }
      tally.add(one);
    }
    tally.cases = cases.size();
    return tally;
  }

  // On a machine with other work an event of the kernel may come late; what is so is so again.
  private void confirm(Tally one, String line, List<Map<String, Object>> ours) throws IOException {
    Tally again = new Tally();
    add(again, "", line, harness.ask(line), ours);
    one.disagreements.removeIf(
        was ->
            again.disagreements.stream()
                .noneMatch(
                    is -> is.packet() == was.packet() && is.backend().equals(was.backend())));
  }

  /** The answers of each case: for either back end, whether it loaded, and its packets. */
  static List<List<Map<String, Object>>> perCase(List<String> lines) {
    List<List<Map<String, Object>>> all = new ArrayList<>();
    List<Map<String, Object>> current = List.of();
    for (String line : lines) {
      Map<String, Object> answer = Json.object(line);
      if (answer.get("type").equals("case") && answer.get("backend").equals("legacy")) {
        current = new ArrayList<>();
        all.add(current);
      }
      current.add(answer);
    }
    return all;
  }

  /** Adds a case and both answers to it. */
  static void add(
      Tally tally,
      String generator,
      String caseLine,
      List<Map<String, Object>> kernel,
      List<Map<String, Object>> ours) {
    for (String backend : List.of("legacy", "nft")) {
      List<Map<String, Object>> theirs = of(backend, kernel);
      List<Map<String, Object>> own = of(backend, ours);
      if (theirs.get(0).get("ok") != Boolean.TRUE) {
        String why = String.valueOf(theirs.get(0).get("error")).lines().findFirst().orElse("");
        tally.refused.merge(backend + ": " + why, 1, Integer::sum);
      } else if (own.get(0).get("ok") != Boolean.TRUE) {
        Difference why = Difference.failure("does not load here", own.get(0).get("error"));
        tally.disagreements.add(new Tally.Disagreement(generator, caseLine, -1, backend, why));
      } else {
        for (int i = 1; i < theirs.size(); i++) {
          add(tally, generator, caseLine, i - 1, backend, theirs.get(i), own.get(i));
        }
      }
    }
  }

  private static void add(
      Tally tally,
      String generator,
      String caseLine,
      int packet,
      String backend,
      Map<String, Object> kernel,
      Map<String, Object> ours) {
    tally.packets++;
    if (kernel.containsKey("error")) {
      tally.unanswered++;
      return;
    }
    tally.undecided.count(caseLine, ours);
    Optional<Difference> difference = TraceComparison.difference(kernel, ours);
    difference.ifPresent(
        what ->
            tally.disagreements.add(
                new Tally.Disagreement(generator, caseLine, packet, backend, what)));
  }

  private static List<Map<String, Object>> of(String backend, List<Map<String, Object>> answers) {
    return answers.stream().filter(answer -> backend.equals(answer.get("backend"))).toList();
  }
}
