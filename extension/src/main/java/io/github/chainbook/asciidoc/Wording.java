package io.github.chainbook.asciidoc;

import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;

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
    StringBuilder out = new StringBuilder();
    for (Phrase phrase : messages.say(key, messages.slots(slots))) {
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

  /** A number of things, of which {@code count.UNIT} speaks. */
  String counted(Number number, String unit) {
    return plain("count." + unit, "n", number);
  }
}
