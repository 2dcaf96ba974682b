package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule as iptables-save prints it, as words that know what they are, so that a page can tell them
 * apart.
 */
public final class RuleText {

  private RuleText() {}

  /** What a word of a rule is. */
  public enum Role {
    /** {@code -m owner}. */
    MODULE,
    /** {@code !}. */
    NEGATION,
    /** {@code --dport}. */
    OPTION,
    /** {@code 15006}. */
    VALUE,
    /** {@code -j} or {@code -g}. */
    TARGET_OPTION,
    /** The name behind it. */
    TARGET
  }

  /**
   * A word of a rule.
   *
   * @param text as it prints, quotes and escapes included
   * @param role what it is
   */
  public record Word(String text, Role role) {}

  /** The words of a rule, without its {@code -A CHAIN}. */
  public static List<Word> words(Rule rule) {
    List<Word> words = new ArrayList<>();
    for (Match match : rule.matches()) {
      match.module().ifPresent(module -> words.add(new Word("-m " + module, Role.MODULE)));
      match.options().forEach(option -> append(words, option));
    }
    rule.target()
        .ifPresent(
            target -> {
              boolean isGoto = target.kind() == Target.Kind.GOTO;
              words.add(new Word(isGoto ? "-g" : "-j", Role.TARGET_OPTION));
              words.add(new Word(target.name(), Role.TARGET));
              target.options().forEach(option -> append(words, option));
            });
    return words;
  }

  /** The rule as one text, without its {@code -A CHAIN}. */
  public static String of(Rule rule) {
    return String.join(" ", words(rule).stream().map(Word::text).toList());
  }

  /** The whole line: {@code -A CHAIN} and the rule. */
  public static String line(Chain chain, Rule rule) {
    StringBuilder line = new StringBuilder(100);
    appendLine(chain, rule, line);
    return line.toString();
  }

  static void appendLine(Chain chain, Rule rule, StringBuilder out) {
    out.append("-A ").append(chain.name());
    for (Word word : words(rule)) {
      out.append(' ').append(word.text());
    }
  }

  /** One option as text, with its {@code !} and its values. */
  public static String option(RuleOption option) {
    List<Word> words = new ArrayList<>();
    append(words, option);
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  private static void append(List<Word> words, RuleOption option) {
    if (option.negated()) {
      words.add(new Word("!", Role.NEGATION));
    }
    words.add(new Word(option.name(), Role.OPTION));
    for (Value value : option.values()) {
      words.add(new Word(option.isKnown() ? saved(value) : asWritten(value), Role.VALUE));
    }
  }

  private static String saved(Value value) {
    return value.quoted() ? quoted(value) : value.text();
  }

  private static String asWritten(Value value) {
    boolean needsQuotes = value.text().isEmpty() || value.text().matches("(?s).*[ \t\"].*");
    return value.quoted() || needsQuotes ? quoted(value) : value.text();
  }

  private static String quoted(Value value) {
    String special = value.apostrophes() ? "([\"'\\\\])" : "([\"\\\\])";
    return '"' + value.text().replaceAll(special, "\\\\$1") + '"';
  }
}
