package io.github.chainbook.asciidoc;

import io.github.chainbook.explain.profile.Note;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.table.RunPattern;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.RuleText.Role;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Writes the words of rules, sentences and notes as inline AsciiDoc. All of them are escaped. */
final class RuleWords {

  private static final String GAP = "…";

  private final Ids ids;
  private final String table;
  private final Anchors anchors;
  private final Wording wording;

  /** A writer for the rules of one table. */
  RuleWords(Ids ids, String table, Anchors anchors, Wording wording) {
    this.ids = ids;
    this.table = table;
    this.anchors = anchors;
    this.wording = wording;
  }

  /** A rule, each word told apart, its jump a link. */
  String rule(Rule rule) {
    List<RuleText.Word> words = RuleText.words(rule);
    if (words.isEmpty()) {
      return wording.plain("rule.empty");
    }
    boolean leadsOn = rule.leadsTo().isPresent();
    List<String> spans = new ArrayList<>();
    for (RuleText.Word word : words) {
      boolean jump = leadsOn && word.role() == Role.TARGET;
      String text = AsciiDocText.escape(word.text());
      String linked = jump ? anchors.link(ids.chain(table, word.text()), text) : text;
      spans.add(span(classOf(word.role()) + (jump ? ".cb-leads" : ""), linked));
    }
    return "``" + String.join(" ", spans) + "``";
  }

  /**
   * What rules have in common, with a gap where they differ.
   *
   * @param leadsOn whether they lead to chains
   */
  static String pattern(RunPattern pattern, boolean leadsOn, Wording wording) {
    List<String> spans = new ArrayList<>();
    for (RunPattern.Word word : pattern.words()) {
      String start = word.text().startsWith("\"") ? word.text().substring(1) : word.text();
      String text = word.isGap() ? start + GAP : word.text();
      String gap = word.isGap() ? ".cb-gap" : "";
      String jump = leadsOn && word.role() == Role.TARGET ? ".cb-leads" : "";
      spans.add(span(classOf(word.role()) + gap + jump, AsciiDocText.escape(text)));
    }
    return spans.isEmpty() ? wording.plain("rule.empty") : "``" + String.join(" ", spans) + "``";
  }

  private static String classOf(Role role) {
    return switch (role) {
      case MODULE -> "cb-mod";
      case NEGATION -> "cb-neg";
      case OPTION, TARGET_OPTION -> "cb-opt";
      case VALUE -> "cb-val";
      case TARGET -> "cb-tgt";
    };
  }

  /** A sentence about a rule. */
  String sentence(List<Phrase> phrases) {
    StringBuilder text = new StringBuilder();
    phrases.forEach(phrase -> text.append(phrase(phrase)));
    return text.toString();
  }

  private String phrase(Phrase phrase) {
    String escaped = AsciiDocText.escape(phrase.text());
    if (phrase instanceof Phrase.Key) {
      return "**" + escaped + "**";
    }
    if (phrase instanceof Phrase.Code) {
      return "``" + escaped + "``";
    }
    if (phrase instanceof Phrase.ChainName) {
      return anchors.link(ids.chain(table, phrase.text()), "``" + escaped + "``");
    }
    return escaped;
  }

  /** What a profile says, behind the name of the system that it knows. */
  static String note(Note note) {
    StringBuilder text = new StringBuilder(span("cb-by", AsciiDocText.escape(note.title())));
    text.append(' ');
    for (Note.Part part : note.parts()) {
      String escaped = AsciiDocText.escape(part.text());
      text.append(part.isCode() && !escaped.isBlank() ? "``" + escaped + "``" : escaped);
    }
    return text.toString();
  }

  /** Some AsciiDoc with a class of its own. */
  static String span(String classes, String asciiDoc) {
    return "[." + classes + "]##" + asciiDoc + "##";
  }
}
