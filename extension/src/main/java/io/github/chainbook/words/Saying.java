package io.github.chainbook.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be said, by who does not know in which language.
 *
 * @param key the message
 * @param slots what fills its slots: texts, or again what is to be said; a list is joined by {@code
 *     join.items}
 */
public record Saying(String key, Map<String, Object> slots) {

  /** A slot with what is said where no language has the message. */
  public static final String OTHERWISE = "otherwise";

  public Saying {
    slots = Map.copyOf(slots);
  }

  /**
   * What is to be said.
   *
   * @param namesAndValues names of slots, each with what fills it
   */
  public static Saying of(String key, Object... namesAndValues) {
    Map<String, Object> slots = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      slots.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Saying(key, slots);
  }

  /** The same message with one more slot filled. */
  public Saying with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(slots);
    more.put(name, value);
    return new Saying(key, more);
  }

  /** The words in a language. */
  public String in(Messages messages) {
    if (slots.containsKey(OTHERWISE) && messages.message(key).isEmpty()) {
      return slots.get(OTHERWISE).toString();
    }
    Map<String, Said> said = new LinkedHashMap<>();
    slots.forEach((name, value) -> said.put(name, Said.name(text(value, messages))));
    return Phrase.text(messages.say(key, said));
  }

  private static String text(Object value, Messages messages) {
    if (value instanceof Saying saying) {
      return saying.in(messages);
    }
    if (value instanceof List<?> all) {
      List<String> texts = all.stream().map(one -> text(one, messages)).toList();
      return new Lists(messages).joined("join.items", texts);
    }
    return value.toString();
  }
}
