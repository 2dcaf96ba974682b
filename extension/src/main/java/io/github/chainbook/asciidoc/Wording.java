package io.github.chainbook.asciidoc;

import io.github.chainbook.netfilter.outline.Condition;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what the extension itself has to say, in the language of a block, as AsciiDoc.
 *
 * @param messages the words of the language
 */
record Wording(Messages messages) {

  /**
   * A message whose slots hold AsciiDoc.
   *
   * @param slots names of slots, each with what fills it: AsciiDoc or a number
   */
  String inline(String key, Object... slots) {
    return inline(key, messages.slots(slots));
  }

  /** A message whose slots hold AsciiDoc. */
  String inline(String key, Map<String, Said> slots) {
    StringBuilder out = new StringBuilder();
    for (Phrase phrase : messages.say(key, slots)) {
      boolean ours = phrase instanceof Phrase.Words;
      out.append(ours ? AsciiDocText.escape(phrase.text()) : phrase.text());
    }
    return out.toString();
  }

  /**
   * A message whose slots hold text of a dump.
   *
   * @param slots names of slots, each with what fills it: text or a number
   */
  String plain(String key, Object... slots) {
    return AsciiDocText.escape(messages.text(key, slots));
  }

  /** A message whose slots hold text. */
  String plain(String key, Map<String, Said> slots) {
    return AsciiDocText.escape(Phrase.text(messages.say(key, slots)));
  }

  /** Conditions of a trace's branch of which all must hold; empty where there are none. */
  Optional<String> conditions(List<String> conditions) {
    return conditions.stream()
        .map(Condition::of)
        .map(this::condition)
        .reduce((a, b) -> inline("join.conditions", "a", a, "b", b));
  }

  // A test of a rule is code, and so is what is said of a whole packet.
  private String condition(Condition condition) {
    return condition.test().isEmpty()
        ? code(condition.saying().in(messages))
        : inline(condition.saying().key(), "test", code(condition.test()));
  }

  /** Text as code. */
  static String code(String text) {
    return "``" + AsciiDocText.escape(text) + "``";
  }

  /** A number of things, of which {@code count.UNIT} speaks. */
  String counted(Number number, String unit) {
    return plain("count." + unit, "n", number);
  }
}
