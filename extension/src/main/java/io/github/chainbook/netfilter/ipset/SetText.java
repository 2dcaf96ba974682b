package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.value.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The words of a line of {@code ipset save}. */
final class SetText {

  private SetText() {}

  /**
   * Cuts a line at blanks; double quotes hold a comment together.
   *
   * @throws BadValue where a quote is not closed
   */
  static List<String> words(String line) throws BadValue {
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == ' ' || c == '\t') {
        i++;
        continue;
      }
      boolean quoted = c == '"';
      int end = quoted ? line.indexOf('"', i + 1) : blank(line, i);
      if (end < 0) {
        throw BadValue.expected("a closing quote", line.substring(i));
      }
      words.add(line.substring(quoted ? i + 1 : i, end));
      i = end + 1;
    }
    return words;
  }

  private static int blank(String line, int from) {
    int i = from;
    while (i < line.length() && line.charAt(i) != ' ' && line.charAt(i) != '\t') {
      i++;
    }
    return i;
  }

  /**
   * A number from 0 to this.
   *
   * @throws BadValue where it is none
   */
  static long number(String word, long max) throws BadValue {
    return Numbers.parse(word, 0, max);
  }
}
