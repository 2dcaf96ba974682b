package io.github.chainbook.asciidoc;

import static io.github.chainbook.asciidoc.RuleWords.counted;

import io.github.chainbook.figure.table.Hits;
import io.github.chainbook.figure.table.RunPattern;
import io.github.chainbook.figure.table.Stretch;
import io.github.chainbook.ruleset.Counters;
import io.github.chainbook.ruleset.RuleText.Role;
import io.github.chainbook.text.AsciiDocText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the one line that stands for a run of rules that are alike. */
final class RunLines {

  private RunLines() {}

  /**
   * The line, as inline AsciiDoc.
   *
   * @param example what the first rule does, in words
   */
  static String summary(Stretch run, String example, boolean counted) {
    StringBuilder line = new StringBuilder();
    line.append(RuleWords.span("cb-run-range", run.first() + "–" + run.last()));
    for (int i = 0; i < run.patterns().size(); i++) {
      boolean leadsOn = run.rules().get(i).leadsTo().isPresent();
      line.append(' ').append(RuleWords.pattern(run.patterns().get(i), leadsOn));
    }
    line.append(' ')
        .append(RuleWords.span("cb-run-many", counted(run.rules().size(), "rule")))
        .append(' ')
        .append(RuleWords.span("cb-run-what", AsciiDocText.escape(what(run))));
    line.append(' ')
        .append(
            RuleWords.span(
                "cb-run-first",
                AsciiDocText.escape("Rule " + run.first() + ", for one: " + example)));
    if (counted) {
      Optional<Counters> sum = Hits.sum(run.rules());
      sum.ifPresent(
          all ->
              line.append(' ')
                  .append(
                      RuleWords.span(
                          "cb-run-hits",
                          AsciiDocText.escape(
                              all.isZero() ? "never" : counted(all.packets(), "packet")))));
    }
    return line.toString();
  }

  /** In what the rules differ; no more than holds for all of them. */
  static String what(Stretch run) {
    int turns = run.patterns().size();
    if (turns == 1) {
      String differences = differences(run.patterns().get(0));
      return differences.isEmpty()
          ? "with the same words."
          : "of one form, with different " + differences + ".";
    }
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      String differences = differences(run.patterns().get(i));
      String ordinal = List.of("the first", "the second", "the third").get(i);
      forms.add(
          ordinal
              + (differences.isEmpty() ? " always the same" : " with different " + differences));
    }
    return "of " + turns + " forms by turns: " + String.join("; ", forms) + ".";
  }

  private static String differences(RunPattern pattern) {
    Map<String, Integer> by = new LinkedHashMap<>();
    for (RunPattern.Word gap : pattern.gaps()) {
      boolean target = gap.role() == Role.TARGET;
      by.merge(target ? "chains to continue in" : gap.option(), gap.different(), Math::max);
    }
    List<String> parts = new ArrayList<>();
    by.forEach(
        (where, different) ->
            parts.add(where + " (" + String.format(Locale.ROOT, "%,d", different) + ")"));
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
