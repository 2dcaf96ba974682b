package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.table.Hits;
import io.github.chainbook.figure.table.RunPattern;
import io.github.chainbook.figure.table.Stretch;
import io.github.chainbook.ruleset.Counters;
import io.github.chainbook.ruleset.RuleText.Role;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the one line that stands for a run of rules that are alike. */
record RunLines(Wording wording) {

  /**
   * The line, as inline AsciiDoc.
   *
   * @param example what the first rule does, in words
   */
  String summary(Stretch run, String example, boolean counted) {
    StringBuilder line = new StringBuilder();
    line.append(RuleWords.span("cb-run-range", run.first() + "–" + run.last()));
    for (int i = 0; i < run.patterns().size(); i++) {
      boolean leadsOn = run.rules().get(i).leadsTo().isPresent();
      line.append(' ').append(RuleWords.pattern(run.patterns().get(i), leadsOn, wording));
    }
    line.append(' ')
        .append(RuleWords.span("cb-run-many", wording.counted(run.rules().size(), "rule")))
        .append(' ')
        .append(RuleWords.span("cb-run-what", what(run)));
    line.append(' ')
        .append(
            RuleWords.span(
                "cb-run-first",
                wording.plain("run.example", "rule", run.first(), "sentence", example)));
    if (counted) {
      Optional<Counters> sum = Hits.sum(run.rules());
      sum.ifPresent(
          all ->
              line.append(' ')
                  .append(
                      RuleWords.span(
                          "cb-run-hits",
                          all.isZero()
                              ? wording.plain("met.never")
                              : wording.counted(all.packets(), "packet"))));
    }
    return line.toString();
  }

  /** In what the rules differ, as inline AsciiDoc; no more than holds for all of them. */
  String what(Stretch run) {
    Messages messages = wording.messages();
    int turns = run.patterns().size();
    if (turns == 1) {
      return inline("run.one-form", differences(run.patterns().get(0)));
    }
    List<List<Phrase>> forms = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      Object[] differences = differences(run.patterns().get(i));
      forms.add(messages.say("run.form." + (i + 1), messages.slots(differences)));
    }
    Said all = new Said("", new Lists(messages).pairs("join.forms", forms));
    return inline("run.turns", "n", turns, "forms", all);
  }

  /** A message in which names of options are not broken at their dashes. */
  String inline(String key, Object... slots) {
    StringBuilder out = new StringBuilder();
    for (Phrase phrase : wording.messages().say(key, wording.messages().slots(slots))) {
      String text = AsciiDocText.escape(phrase.text());
      out.append(phrase instanceof Phrase.Code ? "``" + text + "``" : text);
    }
    return out.toString();
  }

  /** The slot that says in which values rules differ, and in how many; none where in none. */
  Object[] differences(RunPattern pattern) {
    Messages messages = wording.messages();
    Map<String, Integer> by = new LinkedHashMap<>();
    for (RunPattern.Word gap : pattern.gaps()) {
      boolean target = gap.role() == Role.TARGET;
      by.merge(target ? "" : gap.option(), gap.different(), Math::max);
    }
    List<List<Phrase>> parts = new ArrayList<>();
    by.forEach(
        (option, different) -> {
          String key = option.isEmpty() ? "run.chains" : "run.values";
          parts.add(
              messages.say(
                  key,
                  messages.slots(
                      "option",
                      new Said("option", List.of(new Phrase.Code(option))),
                      "n",
                      different)));
        });
    return parts.isEmpty()
        ? new Object[0]
        : new Object[] {"differences", new Lists(messages).and(parts)};
  }
}
