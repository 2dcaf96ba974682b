package io.github.chainbook.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes what editors, mail, chat and web pages do to a line of a dump: marks of quotation, prompts
 * and time stamps before it, typographic quotes and dashes, character references of HTML.
 */
final class LineMender {

  /**
   * A line that reads again.
   *
   * @param text the line
   * @param done what was done to it, as the remedy of a diagnostic
   */
  record Mended(String text, String done) {}

  private static final int MAX_LENGTH = 20_000;

  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:^|(?<=[\\s>|:`]))(?:"
              + "\\*(?:raw|mangle|nat|filter|security)\\s*$"
              + "|COMMIT\\s*$"
              + "|:\\S+ (?:ACCEPT|DROP|-)(?: \\[\\d+:\\d+\\])?\\s*$"
              + "|# (?:Generated|Completed) (?:by|on) .*$"
              + "|(?:\\[\\d+:\\d+\\] )?-[AIPNFX] \\S.*$)");

  /** A call of iptables; what stands behind it is no line of a dump, and -t names its table. */
  private static final Pattern COMMAND =
      Pattern.compile("\\bip6?tables(?:-legacy|-nft)?(?:\\s+\\S{1,40}){0,6}\\s+$");

  private static final Pattern CALL =
      Pattern.compile(
          "\\bip6?tables(?:-legacy|-nft)?\\s+(?:-[tw4-6]\\s*\\S*\\s+)*-[AIPNFXDRZE]\\b");

  private static final Map<String, String> REFERENCES =
      Map.of(
          "&quot;", "\"", "&gt;", ">", "&lt;", "<", "&#39;", "'", "&#34;", "\"", "&nbsp;", " ",
          "&apos;", "'", "&#x27;", "'");

  private LineMender() {}

  /**
   * The line as it may have been.
   *
   * @param reads whether a line can be read
   */
  static Optional<Mended> mend(String line, Predicate<String> reads) {
    if (line.length() > MAX_LENGTH || !maySufferDamage(line)) {
      return Optional.empty();
    }
    List<String> done = new ArrayList<>();
    String text = line;
    text = step(text, withoutReferences(text), "character references of HTML are resolved", done);
    text =
        step(text, withPlainMarks(text), "typographic quotes, dashes and blanks are plain", done);
    if (!done.isEmpty() && reads.test(text)) {
      return mended(text, done);
    }
    Optional<String> statement = statement(text);
    if (statement.isPresent()) {
      text = step(text, statement.get(), "what stands before the line's own text is dropped", done);
    }
    return !done.isEmpty() && reads.test(text) ? mended(text, done) : Optional.empty();
  }

  // Most lines that cannot be read are plain mistakes, and looking closely at each takes time.
  private static boolean maySufferDamage(String line) {
    char first = line.isEmpty() ? ' ' : line.charAt(0);
    if (first != '-' && first != ':' && first != '*' && first != '[') {
      return true;
    }
    return line.indexOf('&') >= 0 || line.chars().anyMatch(c -> c >= 0x80);
  }

  private static Optional<Mended> mended(String text, List<String> done) {
    return Optional.of(new Mended(text, String.join("; ", done)));
  }

  private static String step(String before, String after, String what, List<String> done) {
    if (!after.equals(before)) {
      done.add(what);
    }
    return after;
  }

  /**
   * The statement of a dump at the end of a line, behind a prompt, a time or marks of quotation.
   */
  static Optional<String> statement(String line) {
    Matcher matcher = STATEMENT.matcher(line);
    if (!matcher.find() || COMMAND.matcher(line.substring(0, matcher.start())).find()) {
      return Optional.empty();
    }
    return Optional.of(line.substring(matcher.start()).stripTrailing());
  }

  /** Whether a line calls iptables, as those of a shell script do. */
  static boolean isCommand(String line) {
    return CALL.matcher(line).find();
  }

  private static String withoutReferences(String line) {
    if (line.indexOf('&') < 0) {
      return line;
    }
    String text = line;
    for (Map.Entry<String, String> reference : REFERENCES.entrySet()) {
      text = text.replace(reference.getKey(), reference.getValue());
    }
    // Last, or a reference that was escaped would be resolved twice.
    return text.replace("&amp;", "&");
  }

  private static String withPlainMarks(String line) {
    StringBuilder out = new StringBuilder(line.length() + 8);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB' -> out.append('"');
        case '\u2018', '\u2019', '\u201A' -> out.append('\'');
        case '\u00A0', '\u2007', '\u202F', '\u3000' -> out.append(' ');
        case '\u200B', '\u200C', '\u200D', '\uFEFF' -> {} // of no width
        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' ->
            out.append(dash(line, i));
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  // A long option's two dashes become one; a short option has one letter.
  private static String dash(String line, int at) {
    boolean begins = at == 0 || Character.isWhitespace(line.charAt(at - 1));
    boolean oneLetter = at + 2 >= line.length() || Character.isWhitespace(line.charAt(at + 2));
    return begins && !oneLetter && Character.isLetter(line.charAt(at + 1)) ? "--" : "-";
  }
}
