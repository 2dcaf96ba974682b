package io.github.chainbook.suite;

import io.github.chainbook.explain.Explainer;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Prints rules of the corpus with their sentences, to be read: one rule each of files chosen at
 * random, so that large dumps do not crowd out others. {@code Sample [COUNT [SEED]]}.
 */
final class Sample {

  private Sample() {}

  /** Prints them. Needs the corpus alone. */
  public static void main(String[] args) {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    System.out.println("seed " + seed);
    Corpus.find()
        .ifPresentOrElse(
            corpus -> print(corpus, count, new Random(seed)),
            () -> System.out.println("no corpus: set -Dchainbook.corpus=DIR"));
  }

  private static void print(Corpus corpus, int count, Random random) {
    List<Corpus.Entry> files =
        new ArrayList<>(corpus.files("dump", "restore-file", "embedded", "S-list"));
    Collections.shuffle(files, random);
    int left = count;
    for (Corpus.Entry file : files) {
      List<String> lines = left > 0 ? lines(file) : List.of();
      if (!lines.isEmpty()) {
        System.out.println(file + "\n" + lines.get(random.nextInt(lines.size())));
        left--;
      }
    }
  }

  private static List<String> lines(Corpus.Entry file) {
    List<String> lines = new ArrayList<>();
    for (Ruleset ruleset : new RulesetReader().read(file.source(), Optional.empty()).rulesets()) {
      for (Table table : ruleset.tables()) {
        Explainer explainer = new Explainer(ruleset.family(), table);
        for (Chain chain : table.chains()) {
          for (Rule rule : chain.rules()) {
            lines.add(
                "  "
                    + table.name()
                    + " "
                    + RuleText.line(chain, rule)
                    + "\n    "
                    + explainer.explain(chain, rule).text());
          }
        }
      }
    }
    return lines;
  }
}
