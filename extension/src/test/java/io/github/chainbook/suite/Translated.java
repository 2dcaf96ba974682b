package io.github.chainbook.suite;

import io.github.chainbook.explain.Clause;
import io.github.chainbook.explain.Explainer;
import io.github.chainbook.explain.Explanation;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is behind our sentences, beside what nft says of the same rules: the values that are named
 * and those that are excluded.
 *
 * @param pairs how many pairs were compared
 * @param refused rules that 1.8.9 refuses: the lists are of a later version
 * @param explained differences that must be, by their reason
 * @param unexplained all others
 */
record Translated(
    int pairs,
    List<String> refused,
    Map<String, List<String>> explained,
    List<String> unexplained) {

  /** Options that nft writes otherwise, and why. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("--weekdays", "nft numbers the days, and lists those that are left"),
          Map.entry("--datestart", "nft fills in the end of time"),
          Map.entry("--datestop", "nft fills in the begin of time"),
          Map.entry("--timestart", "nft fills in the end of the day"),
          Map.entry("--timestop", "nft fills in the begin of the day"),
          Map.entry("--probability", "nft counts steps of 1/2^31"),
          Map.entry("--hashlimit-dstmask", "nft writes the mask as an address"),
          Map.entry("--connlimit-mask", "nft writes the mask as an address"),
          Map.entry("--fragmore", "nft writes a flag as a number"),
          Map.entry("--fraglast", "nft writes a flag as a number"),
          Map.entry("--fragfirst", "nft writes a flag as a number"),
          Map.entry("--chunk-types", "nft writes the flags of chunks as numbers"),
          Map.entry("--dccp-types", "nft numbers the types that are invalid"),
          Map.entry("--ports", "nft writes either port as two pairs of ports"),
          Map.entry("--quota", "nft excludes by the word over"),
          Map.entry("--every", "nft excludes the packet, iptables the whole count"),
          Map.entry("-i", "nft has no word for no interface at all"),
          Map.entry("--dst-group", "the translation takes the ! of the option before it over"));

  /** Extensions whose flags nft writes as numbers. */
  private static final Map<String, String> FLAGS =
      Map.of(
          "match.socket", "nft writes a flag as a number",
          "target.TRACE", "nft writes a flag as a number");

  /** Prints how many pairs say the same, and what differs. Needs the corpus alone. */
  public static void main(String[] args) {
    Corpus.find()
        .ifPresentOrElse(
            corpus -> of(corpus).print(),
            () -> System.out.println("no corpus: set -Dchainbook.corpus=DIR"));
  }

  static Translated of(Corpus corpus) {
    Translated all = new Translated(0, new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
    int pairs = 0;
    for (Corpus.Entry list : corpus.files("suite-xlate")) {
      for (Translation pair : Translation.of(list)) {
        pairs++;
        all.compare(pair);
      }
    }
    return new Translated(pairs, all.refused, all.explained, all.unexplained);
  }

  private void compare(Translation pair) {
    String place = pair.list() + ":" + pair.number() + " " + pair.rule();
    Reading reading =
        new RulesetReader().read(SourceText.of(place, pair.dump()), Optional.of(pair.family()));
    if (reading.hasErrors()) {
      refused.add(place + ": " + reading.diagnostics().get(0).message());
      return;
    }
    Table table = reading.ruleset().tables().get(0);
    Chain chain =
        table.chains().stream().filter(c -> !c.rules().isEmpty()).findFirst().orElseThrow();
    List<Clause> clauses = new ArrayList<>();
    for (Rule rule : chain.rules()) {
      Explanation explanation = new Explainer(pair.family(), table).explain(chain, rule);
      clauses.addAll(explanation.clauses());
    }
    List<String> differences = differences(pair, clauses);
    if (!differences.isEmpty()) {
      String line = place + " / " + pair.nft() + ": " + differences;
      clauses.stream()
          .flatMap(Translated::reasons)
          .findFirst()
          .ifPresentOrElse(
              reason -> explained.computeIfAbsent(reason, r -> new ArrayList<>()).add(line),
              () -> unexplained.add(line));
    }
  }

  private static Stream<String> reasons(Clause clause) {
    Stream<String> options = clause.options().stream().map(option -> REASONS.get(option.name()));
    return Stream.concat(options, Stream.of(FLAGS.getOrDefault(clause.owner(), "")))
        .filter(reason -> reason != null && !reason.isEmpty());
  }

  private static List<String> differences(Translation pair, List<Clause> clauses) {
    List<String> differences = new ArrayList<>();
    Set<String> named = new TreeSet<>();
    clauses.forEach(clause -> named.addAll(atoms(clause)));
    Set<String> missing = new TreeSet<>(pair.values());
    missing.removeAll(named);
    if (!missing.isEmpty()) {
      differences.add("nft names " + missing);
    }
    List<Set<String>> excluded = new ArrayList<>(pair.excluded());
    for (Clause clause : clauses) {
      if (clause.negated()) {
        Set<String> atoms = atoms(clause);
        Optional<Set<String>> same =
            excluded.stream().filter(e -> !e.isEmpty() && atoms.containsAll(e)).findFirst();
        same.ifPresentOrElse(
            excluded::remove, () -> differences.add("we exclude " + clause.key() + " " + atoms));
      }
    }
    excluded.forEach(values -> differences.add("nft excludes " + values));
    return differences;
  }

  private static Set<String> atoms(Clause clause) {
    return clause.options().stream()
        .map(RuleOption::words)
        .flatMap(words -> Translation.atoms(String.join(" ", words)).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  void print() {
    int differing = unexplained.size() + explained.values().stream().mapToInt(List::size).sum();
    System.out.printf(
        "rules said as nft says them: %d of %d (%d refused by 1.8.9)%n",
        pairs - differing - refused.size(), pairs, refused.size());
    refused.forEach(line -> System.out.println("  refused " + line));
    explained.forEach(
        (reason, lines) -> {
          System.out.println("  " + reason + ":");
          lines.forEach(line -> System.out.println("    " + line));
        });
    unexplained.forEach(line -> System.out.println("  " + line));
  }
}
