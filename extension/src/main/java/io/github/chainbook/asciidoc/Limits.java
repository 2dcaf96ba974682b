package io.github.chainbook.asciidoc;

import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import java.util.List;

/**
 * How much of a ruleset is shown. A book shows what its author asks for; the page of a large dump
 * shows a part, and says of the rest how much it is.
 */
final class Limits {

  /** Whoever has read so many rules that are alike can imagine the others. */
  private static final int MOST_ALIKE = 100;

  private static final int MOST_IN_A_ROW = 200;
  private static final int MOST_MEMBERS = 5;
  private static final int MOST_MEMBER_LINES = 400;
  private static final int MOST_LINKS = 24;

  // About how many bytes of HTML a part takes, and how many for each letter of a rule: its words,
  // its sentence and the line to copy.
  private static final int OF_ROW = 900;
  private static final int OF_LETTER = 6;
  private static final int OF_CHAIN = 1500;
  private static final int OF_LINE = 400;

  private final boolean limited;
  private long left;

  private Limits(boolean limited, long left) {
    this.limited = limited;
    this.left = left;
  }

  /** All is shown. */
  static Limits none() {
    return new Limits(false, Long.MAX_VALUE);
  }

  /** About so many bytes of HTML are shown. */
  static Limits ofBytes(long bytes) {
    return new Limits(true, bytes);
  }

  /** Whether there is room for no more chains and rules. */
  boolean spent() {
    return left <= 0;
  }

  /** How many bytes are left. */
  long left() {
    return left;
  }

  /** Takes room for rules; how many of them, from the first, are shown. */
  int rules(List<Rule> rules, boolean alike) {
    if (!limited) {
      return rules.size();
    }
    int most = Math.min(rules.size(), alike ? MOST_ALIKE : MOST_IN_A_ROW);
    int shown = 0;
    while (shown < most && !spent()) {
      left -= OF_ROW + (long) OF_LETTER * RuleText.of(rules.get(shown)).length();
      shown++;
    }
    return shown;
  }

  /** Takes room for what stands above the rules of a chain. */
  void chain() {
    left -= limited ? OF_CHAIN : 0;
  }

  /** Of how many chains that are alike, from the first, all rules are shown. */
  int members(int chains) {
    return limited ? Math.min(chains, MOST_MEMBERS) : chains;
  }

  /** Takes room for lines about chains that are alike; how many there are. */
  int memberLines(int chains) {
    int lines = (int) Math.min(Math.min(chains, MOST_MEMBER_LINES), Math.max(0, left / OF_LINE));
    left -= (long) lines * OF_LINE;
    return lines;
  }

  /** How many links of a list are shown. */
  int links(int links) {
    return limited ? Math.min(links, MOST_LINKS) : links;
  }
}
