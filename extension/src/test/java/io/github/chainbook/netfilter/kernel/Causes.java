package io.github.chainbook.netfilter.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a trace could not tell, in a word or two: an extension where a rule's match is named. */
final class Causes {

  private static final Pattern EXTENSION = Pattern.compile("-[mj] (\\S+)");
  private static final Pattern FIELD = Pattern.compile("^(.*?) is ");

  private Causes() {}

  /** The cause of a branch, from its condition. */
  static String of(String condition) {
    Matcher extension = EXTENSION.matcher(condition);
    if (extension.find()) {
      return extension.group();
    }
    Matcher field = FIELD.matcher(condition);
    return field.find() ? field.group(1) : condition;
  }
}
