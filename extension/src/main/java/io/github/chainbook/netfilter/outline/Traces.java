package io.github.chainbook.netfilter.outline;

import io.github.chainbook.words.Messages;
import java.util.List;
import java.util.Locale;

/** What the engine says of a trace, in the words of a language. */
public final class Traces {

  private static final List<String> ENDINGS =
      List.of("may not hold", "does not hold", "may hold", "holds");

  private Traces() {}

  /** A note of a trace; as the engine has it where the language has no words for it. */
  public static String note(String note, Messages messages) {
    return known(
        "note." + note.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"), note, messages);
  }

  /** What a step changed: the name of a part of a packet. */
  public static String changed(String what, Messages messages) {
    return known("changed." + what.replace(' ', '-'), what, messages);
  }

  /**
   * What must be so for a branch.
   *
   * @param test the test of a rule that it is about
   * @param key the message that says what must be so of it
   */
  public record Condition(String test, String key) {}

  /** A condition of a branch, which the engine says in English behind the test. */
  public static Condition condition(String text) {
    for (String ending : ENDINGS) {
      if (text.endsWith(" " + ending)) {
        String test = text.substring(0, text.length() - ending.length() - 1);
        return new Condition(test, "condition." + ending.replace(' ', '-'));
      }
    }
    return new Condition(text, "condition.other");
  }

  private static String known(String key, String otherwise, Messages messages) {
    return messages.message(key).isPresent() ? messages.text(key) : otherwise;
  }
}
