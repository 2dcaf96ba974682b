package io.github.chainbook.ruleset;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Rules that a mailer or an editor has broken into several lines: either between two words, or, at
 * a fixed width, anywhere.
 */
final class WrappedLines {

  /**
   * A rule that is whole again.
   *
   * @param text the rule
   * @param lines how many lines it took
   * @param done what was done, as the remedy of a diagnostic
   */
  record Joined(String text, int lines, String done) {}

  private static final int MAX_LINES = 8;

  private static final Pattern STATEMENT =
      Pattern.compile("\\s*(?:[#:*\\[].*|COMMIT\\s*|-[AIPNFXDRZLSE](?:\\s.*)?|```.*|)");

  private final List<String> lines;
  private int widest = -1;

  WrappedLines(List<String> lines) {
    this.lines = lines;
  }

  /** Whether this line is a rule and the next one is no statement of its own. */
  boolean mayGoOn(int index, int end) {
    String line = lines.get(index);
    return index + 1 < end
        && (line.startsWith("-A ") || line.startsWith("[") || line.startsWith("-I "))
        && goesOn(index + 1);
  }

  private boolean goesOn(int index) {
    String line = lines.get(index);
    return !line.startsWith("-A ") && !STATEMENT.matcher(line).matches();
  }

  /**
   * Joins the line with those behind it.
   *
   * @param reads whether a line is a rule that could be meant
   */
  Optional<Joined> join(int index, int end, Predicate<String> reads) {
    String tight = lines.get(index);
    String loose = tight;
    for (int i = index + 1; i < end && i - index < MAX_LINES && goesOn(i); i++) {
      boolean hard = isWidest(index);
      tight = tight + lines.get(i);
      loose = loose.stripTrailing() + " " + lines.get(i).strip();
      String first = hard ? tight : loose;
      String second = hard ? loose : tight;
      for (String text : List.of(first, second)) {
        if (reads.test(text)) {
          String how = text.equals(tight) ? "without a blank between" : "with a blank between";
          return Optional.of(new Joined(text, i - index + 1, "the lines are joined, " + how));
        }
      }
    }
    return Optional.empty();
  }

  // At a fixed width lines are broken where they end, so no line is wider than a broken one.
  private boolean isWidest(int index) {
    if (widest < 0) {
      widest = lines.stream().mapToInt(String::length).max().orElse(0);
    }
    return lines.get(index).length() == widest;
  }
}
