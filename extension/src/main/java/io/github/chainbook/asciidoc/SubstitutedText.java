package io.github.chainbook.asciidoc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an inline macro as its author wrote it. Asciidoctor hands it over after its
 * substitutions: {@code ->} is an arrow, {@code '} an apostrophe, {@code __x__} emphasis. This
 * undoes them.
 */
final class SubstitutedText {

  private static final Map<String, String> REPLACEMENTS = replacements();

  private static final Map<String, String> MARKS =
      Map.of("em", "_", "strong", "*", "code", "`", "mark", "#", "sub", "~", "sup", "^");

  private static final Pattern TAG = Pattern.compile("</?(em|strong|code|mark|sub|sup)>");

  private static final Pattern REFERENCE = Pattern.compile("&#(\\d{1,7});");

  private SubstitutedText() {}

  private static Map<String, String> replacements() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("&#8201;&#8212;&#8201;", " -- ");
    map.put("&#8212;&#8203;", "--");
    map.put("&#8230;&#8203;", "...");
    map.put("&#8217;", "'");
    map.put("&#8216;", "'");
    map.put("&#8220;", "\"`");
    map.put("&#8221;", "`\"");
    map.put("&#8594;", "->");
    map.put("&#8658;", "=>");
    map.put("&#8592;", "<-");
    map.put("&#8656;", "<=");
    map.put("&#169;", "(C)");
    map.put("&#174;", "(R)");
    map.put("&#8482;", "(TM)");
    map.put("&#8203;", "");
    return map;
  }

  /**
   * What the author may have written. Emphasis by one mark and by two gives the same text, so there
   * can be two readings.
   */
  static List<String> readings(String substituted) {
    String single = written(substituted, 1);
    String twofold = written(substituted, 2);
    return single.equals(twofold) ? List.of(single) : List.of(single, twofold);
  }

  private static String written(String substituted, int marks) {
    String text = substituted;
    for (Map.Entry<String, String> replacement : REPLACEMENTS.entrySet()) {
      text = text.replace(replacement.getKey(), replacement.getValue());
    }
    text = TAG.matcher(text).replaceAll(tag -> MARKS.get(tag.group(1)).repeat(marks));
    Matcher reference = REFERENCE.matcher(text);
    text =
        reference.replaceAll(
            found -> Matcher.quoteReplacement(character(Integer.parseInt(found.group(1)))));
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String character(int codePoint) {
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\uFFFD";
  }
}
