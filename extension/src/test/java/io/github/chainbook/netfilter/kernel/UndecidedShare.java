package io.github.chainbook.netfilter.kernel;

import io.github.chainbook.cli.Traces;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Prints how many packets of random cases traces leave undecided, for each generator, and why, see
 * CONTRIBUTING: {@code N} batches of cases of each, from seed {@code S}. It asks no kernel.
 */
public final class UndecidedShare {

  private static final int BATCH = 20;
  private static final int PACKETS = 20;

  private UndecidedShare() {}

  /** Runs and prints. */
  public static void main(String[] args) throws IOException {
    int batches = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    Undecided all = new Undecided();
    for (CaseGenerator generator : CaseGenerator.values()) {
      Undecided one = new Undecided();
      for (int i = 0; i < batches; i++) {
        count(generator.cases(BATCH, PACKETS, seed + i), one);
      }
      System.out.println(generator.word() + ": " + one);
      all.add(one);
    }
    System.out.println("all: " + all);
  }

  /** Traces the packets of cases with both back ends, and counts them. */
  static void count(List<String> cases, Undecided to) {
    List<List<Map<String, Object>>> ours = Differential.perCase(Traces.of(cases, "both"));
    for (int i = 0; i < cases.size(); i++) {
      for (Map<String, Object> answer : ours.get(i)) {
        if (answer.containsKey("verdict")) {
          to.count(cases.get(i), answer);
        }
      }
    }
  }
}
