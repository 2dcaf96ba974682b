package io.github.chainbook.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few literals of Ruby in which puppetlabs-firewall writes its examples. */
final class RubyText {

  private static final Pattern ITEM =
      Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|:?(\\w+)");

  /** A whole literal with the comma and the comment that may follow it on its line. */
  private static final Pattern LITERAL_LINE = Pattern.compile("'(.*)', # rubocop:.*");

  private RubyText() {}

  /** What stands between single quotes, where a backslash escapes itself and the quote alone. */
  static String single(String inside) {
    Matcher line = LITERAL_LINE.matcher(inside);
    String text = line.matches() ? line.group(1) : inside;
    return text.replaceAll("\\\\([\\\\'])", "$1");
  }

  /** The items of {@code ['a', :b, 1]}; what follows the bracket is left out. */
  static List<String> list(String literal) {
    List<String> items = new ArrayList<>();
    Matcher item = ITEM.matcher(literal);
    int at = 1;
    while (at < literal.length() && literal.charAt(at) != ']' && item.find(at)) {
      items.add(item.group(1) != null ? single(item.group(1)) : other(item));
      at = item.end();
      while (at < literal.length() && ", ".indexOf(literal.charAt(at)) >= 0) {
        at++;
      }
    }
    return items;
  }

  private static String other(Matcher item) {
    return item.group(2) != null ? item.group(2) : item.group(3);
  }

  /** The values of a parameter: a list's items, or the one text; a symbol without its colon. */
  static List<String> values(String literal) {
    if (literal.startsWith("['")) {
      return list(literal);
    }
    return List.of(single(literal.startsWith(":") ? literal.substring(1) : literal));
  }
}
