package io.github.chainbook.figure.table;

import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.RuleText.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What rules of one shape have in common: the words of all of them, with a gap wherever they
 * differ. It says nothing that does not hold for each of them.
 *
 * @param words the words in order
 */
public record RunPattern(List<Word> words) {

  /**
   * A word, or a gap.
   *
   * @param text the word; of a gap how all words that stand there begin, cut behind a {@code -},
   *     {@code _} or {@code .}, which may be nothing
   * @param role what it is
   * @param option the option that it is a value of; for a target {@code -j} or {@code -g}
   * @param different how many different words stand there: 1 where there is no gap
   */
  public record Word(String text, Role role, String option, int different) {

    /** Whether the rules differ here. */
    public boolean isGap() {
      return different > 1;
    }
  }

  public RunPattern {
    words = List.copyOf(words);
  }

  /** The places at which the rules differ. */
  public List<Word> gaps() {
    return words.stream().filter(Word::isGap).toList();
  }

  /**
   * The pattern of some rules.
   *
   * @param rules at least one; all of one {@link Shape}
   */
  static RunPattern of(List<Rule> rules) {
    List<List<RuleText.Word>> texts = rules.stream().map(RuleText::words).toList();
    List<Word> words = new ArrayList<>();
    String option = "";
    for (int i = 0; i < texts.get(0).size(); i++) {
      Role role = texts.get(0).get(i).role();
      String first = texts.get(0).get(i).text();
      if (role == Role.OPTION || role == Role.TARGET_OPTION) {
        option = first;
      }
      Set<String> different = new HashSet<>();
      String common = first;
      for (List<RuleText.Word> text : texts) {
        different.add(text.get(i).text());
        common = commonStart(common, text.get(i).text());
      }
      boolean gap = different.size() > 1;
      words.add(new Word(gap ? cut(common) : first, role, option, different.size()));
    }
    return new RunPattern(words);
  }

  /** The words of a rule, as many as those of its pattern. */
  static List<String> words(Rule rule) {
    return RuleText.words(rule).stream().map(RuleText.Word::text).toList();
  }

  private static String commonStart(String one, String other) {
    int end = 0;
    while (end < one.length() && end < other.length() && one.charAt(end) == other.charAt(end)) {
      end++;
    }
    return one.substring(0, end);
  }

  // Half a word tells nobody anything: of 80 and 8080 no reader wants to know the 80.
  private static String cut(String start) {
    int end = start.length();
    while (end > 0 && "-_.".indexOf(start.charAt(end - 1)) < 0) {
      end--;
    }
    return start.substring(0, end);
  }
}
