package io.github.chainbook.asciidoc;

import static io.github.chainbook.asciidoc.RuleWords.span;

import io.github.chainbook.figure.table.ChainFamily;
import io.github.chainbook.figure.table.RunPattern;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.text.AsciiDocText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what is said of chains that are alike: what they have in common, and a line for each. */
record FamilyLines(Wording wording) {

  /** More values than these make no line of a chain. */
  private static final int MOST_VALUES = 6;

  /** What stands between the family's heading and its rules. */
  List<String> head(ChainFamily family) {
    int rules = family.patterns().size();
    return List.of(
        "[.chainbook-meta]",
        span(
                "cb-pill",
                wording.inline(
                    "family.like-this", "chains", wording.counted(family.chains().size(), "chain")))
            + " [.cb-sep]##·## "
            + span(
                "cb-pill",
                rules == 0
                    ? wording.plain("chain.no-rules")
                    : wording.inline(
                        "family.rules-in-each", "rules", wording.counted(rules, "rule"))),
        "");
  }

  /**
   * The cells of the family's rules, three for each: its number, its words, what it does.
   *
   * @param examples what the rules of the first chain do
   */
  List<List<String>> rows(ChainFamily family, List<String> examples) {
    Chain first = family.chains().get(0);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < family.patterns().size(); i++) {
      RunPattern pattern = family.patterns().get(i);
      boolean leadsOn = first.rules().get(i).leadsTo().isPresent();
      RunLines runs = new RunLines(wording);
      Object[] differences = runs.differences(pattern);
      String what =
          differences.length == 0
              ? wording.plain("family.same")
              : runs.inline("family.differences", differences);
      String example =
          wording.plain("family.example", "chain", first.name(), "sentence", examples.get(i));
      rows.add(
          List.of(
              String.valueOf(i + 1),
              RuleWords.pattern(pattern, leadsOn, wording),
              span("cb-run-what", what) + " " + span("cb-run-first", example)));
    }
    return rows;
  }

  /** A chain's line: its name, and the values that it does not share with all others. */
  String member(ChainFamily family, Chain chain, String name) {
    StringBuilder line = new StringBuilder("``" + name + "``");
    Map<String, String> values = family.valuesOf(chain);
    List<String> parts = new ArrayList<>();
    values.forEach(
        (value, option) ->
            parts.add(
                "``"
                    + span("cb-opt", escape(option))
                    + " "
                    + span("cb-val", escape(value))
                    + "``"));
    int shown = Math.min(parts.size(), MOST_VALUES);
    parts.subList(0, shown).forEach(part -> line.append(' ').append(part));
    int more = parts.size() - shown;
    return more == 0
        ? line.toString()
        : wording.inline(
            "list.with-more", "list", line, "more", wording.counted(more, "more-value"));
  }

  private static String escape(String text) {
    return AsciiDocText.escape(text);
  }
}
