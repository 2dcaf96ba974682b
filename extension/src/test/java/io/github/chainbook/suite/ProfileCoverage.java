package io.github.chainbook.suite;

import io.github.chainbook.explain.profile.Annotations;
import io.github.chainbook.explain.profile.Profile;
import io.github.chainbook.explain.profile.Profiles;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much of the corpus' dumps the profiles have notes for, by the profiles that {@code auto}
 * chooses for them. Of chains only user chains count; built-in ones are nobody's.
 */
public final class ProfileCoverage {

  /** What was counted of some dumps. */
  static final class Count {
    int dumps;
    int chains;
    int notedChains;
    int rules;
    int notedRules;
    final List<String> bare = new ArrayList<>();
  }

  private final RulesetReader reader = new RulesetReader();
  private final Profiles profiles = Profiles.builtIn();
  private final Map<String, Count> counts = new TreeMap<>();

  /** What was counted, by the project that published the dumps and the profiles chosen. */
  Map<String, Count> counts() {
    return counts;
  }

  /** Counts the dumps of a corpus. */
  static ProfileCoverage of(Corpus corpus) {
    ProfileCoverage coverage = new ProfileCoverage();
    for (Corpus.Entry entry : corpus.files("dump", "suite-dump", "restore-file", "commands")) {
      for (SourceText text : dumps(entry)) {
        Reading reading = coverage.reader.read(text, Optional.empty());
        for (Ruleset ruleset : reading.rulesets()) {
          coverage.count(entry.path().split("/")[0], ruleset);
        }
      }
    }
    return coverage;
  }

  // Istio's lists are what it gives to iptables-restore, for IPv4 and then for IPv6.
  private static List<SourceText> dumps(Corpus.Entry entry) {
    if (!entry.kind().equals("commands")) {
      return List.of(entry.source());
    }
    List<SourceText> dumps = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : entry.source().lines()) {
      if (line.startsWith("* ")) {
        if (lines.contains("*" + line.substring(2))) {
          dumps.add(SourceText.of(entry.path(), String.join("\n", lines) + "\n"));
          lines.clear();
        }
        lines.add("*" + line.substring(2));
      } else if (line.startsWith("-N ")) {
        lines.add(":" + line.substring(3) + " - [0:0]");
      } else if (line.startsWith("-A ") || line.equals("COMMIT")) {
        lines.add(line);
      }
    }
    dumps.add(SourceText.of(entry.path(), String.join("\n", lines) + "\n"));
    return dumps;
  }

  private void count(String project, Ruleset ruleset) {
    List<Profile> chosen = profiles.select(Profiles.AUTO, ruleset).profiles();
    String names = chosen.stream().map(Profile::name).collect(Collectors.joining(" "));
    Count count =
        counts.computeIfAbsent(
            project + "\t" + (names.isEmpty() ? "(none)" : names), k -> new Count());
    Annotations annotations = Annotations.of(ruleset, chosen);
    count.dumps++;
    for (Table table : ruleset.tables()) {
      for (Chain chain : table.chains()) {
        if (!chain.builtIn()) {
          count.chains++;
          boolean noted = !annotations.chain(table, chain).isEmpty();
          count.notedChains += noted ? 1 : 0;
          if (!noted) {
            count.bare.add(table.name() + " " + chain.name());
          }
        }
        for (Rule rule : chain.rules()) {
          count.rules++;
          boolean noted = !annotations.rule(table, chain, rule).isEmpty();
          count.notedRules += noted ? 1 : 0;
          if (!noted) {
            count.bare.add(
                table.name()
                    + " "
                    + chain.name()
                    + " "
                    + io.github.chainbook.ruleset.RuleText.of(rule));
          }
        }
      }
    }
  }

  /**
   * Prints the table.
   *
   * @param args {@code --bare} prints what has no note, too
   */
  public static void main(String[] args) {
    Corpus corpus = Corpus.find().orElseThrow();
    System.out.println("project\tprofiles\tdumps\tuser chains\twith notes\trules\twith notes");
    of(corpus)
        .counts()
        .forEach(
            (key, c) -> {
              System.out.println(
                  String.join(
                      "\t",
                      key,
                      "" + c.dumps,
                      "" + c.chains,
                      share(c.notedChains, c.chains),
                      "" + c.rules,
                      share(c.notedRules, c.rules)));
              if (args.length > 0 && !key.endsWith("(none)")) {
                c.bare.stream().distinct().limit(60).forEach(b -> System.out.println("    " + b));
              }
            });
  }

  private static String share(int part, int all) {
    return all == 0 ? "-" : "%.1f %%".formatted(100.0 * part / all);
  }
}
