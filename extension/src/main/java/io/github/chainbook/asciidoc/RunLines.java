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
    run.patterns().forEach(pattern -> line.append(' ').append(RuleWords.pattern(pattern)));
    line.append(' ').append(RuleWords.span("cb-run-what", AsciiDocText.escape(what(run))));
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

  /** How many rules, and in what they differ; no more than holds for all of them. */
  static String what(Stretch run) {
    int turns = run.patterns().size();
    String many = counted(run.rules().size(), "rule");
    if (turns == 1) {
      String differences = differences(run.patterns().get(0));
      return many
          + (differences.isEmpty()
              ? ", all with the same words."
              : " of one form. They differ in " + differences + ".");
    }
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      String differences = differences(run.patterns().get(i));
      forms.add(
          "those of form "
              + (i + 1)
              + (differences.isEmpty() ? " are all the same" : " differ in " + differences));
    }
    return many + ", " + turns + " forms taking turns: " + String.join("; ", forms) + ".";
  }

  private static String differences(RunPattern pattern) {
    Map<String, Integer> by = new LinkedHashMap<>();
    for (RunPattern.Word gap : pattern.gaps()) {
      boolean target = gap.role() == Role.TARGET;
      by.merge(target ? "the chain they lead to" : gap.option(), gap.different(), Math::max);
    }
    List<String> parts = new ArrayList<>();
    by.forEach((where, different) -> parts.add(where + " (" + counted(different, "value") + ")"));
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
