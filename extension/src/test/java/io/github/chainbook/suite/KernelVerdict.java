package io.github.chainbook.suite;

import io.github.chainbook.kernel.IptablesLegacy;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.SaveText;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.xtables.Family;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What iptables and this kernel make of a dump, and what we make of it.
 *
 * @param path the dump's file
 * @param kernel what the kernel's tools make of it
 * @param ours what we make of it
 */
public record KernelVerdict(String path, IptablesLegacy.Outcome kernel, Reading ours) {

  private static final Pattern SET =
      Pattern.compile("(?:--match-set|--add-set|--del-set|--map-set) (\\S+) (\\S+)");

  /** Codes that the author guide marks as strict: there iptables reads on, and we do not. */
  private static final Set<String> STRICT =
      Set.of(
          "empty-dump",
          "no-table",
          "text-after-table",
          "text-after-chain",
          "bad-counters",
          "unclosed-quote");

  private static final String[] KINDS = {
    "dump", "restore-file", "embedded", "suite-dump", "derived-damage", "messy", "commands"
  };

  /** The verdicts on all dumps of the corpus that are of this family. */
  public static List<KernelVerdict> of(Corpus corpus, Family family, Path folder)
      throws IOException, InterruptedException {
    RulesetReader reader = new RulesetReader();
    List<Corpus.Entry> files = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    List<byte[]> dumps = new ArrayList<>();
    Set<String> sets = new TreeSet<>();
    for (Corpus.Entry file : corpus.files(KINDS)) {
      Reading reading = reader.read(file.source(), Optional.empty());
      if (reading.ruleset().family() == family) {
        files.add(file);
        readings.add(reading);
        dumps.add(file.bytes());
        sets.addAll(sets(file, family));
      }
    }
    List<IptablesLegacy.Outcome> outcomes =
        IptablesLegacy.load(folder.resolve(family.word()), dumps, family, String.join("\n", sets));
    List<KernelVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      verdicts.add(new KernelVerdict(files.get(i).path(), outcomes.get(i), readings.get(i)));
    }
    return verdicts;
  }

  // A dump does not say what its sets are, and the kernel asks that they exist.
  private static Set<String> sets(Corpus.Entry file, Family family) {
    Set<String> sets = new TreeSet<>();
    String kind = family == Family.IPV4 ? "" : " family inet6";
    for (String line : file.source().lines()) {
      Matcher matcher = SET.matcher(line);
      while (matcher.find()) {
        String type = matcher.group(2).contains(",") ? "hash:net,net" : "hash:net";
        sets.add("create " + matcher.group(1) + " " + type + kind);
      }
    }
    return sets;
  }

  /** How the two differ; empty where the kernel refuses the dump, or both say the same. */
  public Optional<String> difference() {
    if (kernel.saved().isEmpty()) {
      return Optional.empty();
    }
    Optional<Diagnostic> error =
        ours.diagnostics().stream().filter(Diagnostic::isError).findFirst();
    if (error.filter(e -> STRICT.contains(e.code())).isPresent()) {
      return Optional.empty();
    }
    if (error.isPresent()) {
      return Optional.of("only the kernel accepts it: " + error.get());
    }
    List<String> theirs = kernel.saved().get().lines().toList();
    List<String> own = SaveText.of(ours.ruleset(), true).lines().toList();
    for (int i = 0; i < Math.max(theirs.size(), own.size()); i++) {
      String a = i < theirs.size() ? theirs.get(i) : "(end)";
      String b = i < own.size() ? own.get(i) : "(end)";
      if (!a.equals(b)) {
        return Optional.of("the kernel saves '" + a + "', we '" + b + "'");
      }
    }
    return Optional.empty();
  }

  /** Whether we accept what the kernel refuses. */
  public boolean onlyWeAccept() {
    return kernel.saved().isEmpty() && !ours.hasErrors();
  }
}
