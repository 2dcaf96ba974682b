package io.github.chainbook.topology.capture;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads captured rules, and chooses one ruleset for each family. */
final class CapturedRules {

  /** A ruleset and the text that it was read from. */
  private record Candidate(Ruleset ruleset, SourceText text) {}

  private final RulesetReader reader;
  private final Problems problems;
  private final Map<Family, Candidate> chosen = new EnumMap<>(Family.class);

  CapturedRules(RulesetReader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /** Reads one more text. */
  void read(SourceText text) {
    if (text.isBlank()) {
      return; // iptables-save prints nothing where no table is loaded
    }
    String name = text.name().substring(text.name().lastIndexOf('/') + 1);
    Optional<Family> family =
        name.startsWith("ip6tables-")
            ? Optional.of(Family.IPV6)
            : name.startsWith("iptables-") ? Optional.of(Family.IPV4) : Optional.empty();
    Reading reading = reader.read(text, family);
    reading.diagnostics().forEach(problems::add);
    reading.rulesets().forEach(ruleset -> choose(new Candidate(ruleset, text)));
  }

  // Two back ends may both hold rules; the kernel then asks both. Nothing here follows that.
  private void choose(Candidate next) {
    Family family = next.ruleset.family();
    Candidate first = chosen.get(family);
    if (first == null || first.ruleset.ruleCount() == 0) {
      chosen.put(family, next);
    } else if (next.ruleset.ruleCount() > 0) {
      Candidate more = next.ruleset.ruleCount() > first.ruleset.ruleCount() ? next : first;
      Candidate less = more == first ? next : first;
      problems.ignored(
          new Position(less.text.name(), less.text.firstLine(), 0),
          "the kernel has rules of two back ends here, and asks both; only those of "
              + more.text.name()
              + " are followed, which are more");
      chosen.put(family, more);
    }
  }

  /** The rules: none, or of one text or of two. */
  List<Rules> rules() {
    List<Ruleset> rulesets = new ArrayList<>();
    chosen.values().forEach(candidate -> rulesets.add(candidate.ruleset));
    return rulesets.isEmpty() ? List.of() : List.of(new Rules(Optional.empty(), rulesets));
  }
}
