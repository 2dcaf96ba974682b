package io.github.chainbook.explain;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import io.github.chainbook.explain.Phrase.Words;
import java.text.FieldPosition;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A message of ICU's MessageFormat with named slots. Of a slot {@code x} it may say {@code {x}},
 * the words that fill it; {@code {x_kind, select, …}}, which chooses by the kind of these, {@code
 * none} where nothing fills it; and {@code {x_count, plural, …}}, which chooses by the number that
 * they are.
 */
final class Message {

  private static final String KIND = "_kind";
  private static final String COUNT = "_count";

  /** Stands for the first slot in what ICU writes: a character that no message has. */
  private static final char FIRST_MARK = '\uE000';

  private static final char LAST_MARK = '\uF8FF';

  private final MessageFormat format;

  /** What each argument that chooses may choose. */
  private final Map<String, Set<String>> choices;

  private final Set<String> slots;

  private Message(MessageFormat format, Map<String, Set<String>> choices, Set<String> slots) {
    this.format = format;
    this.choices = choices;
    this.slots = slots;
  }

  /**
   * Reads a message.
   *
   * @param locale whose rules of plurals hold
   * @throws IllegalArgumentException where it is none
   */
  static Message parse(String pattern, Locale locale) {
    MessagePattern read = new MessagePattern(pattern);
    Map<String, Set<String>> choices = new HashMap<>();
    Set<String> slots = new LinkedHashSet<>();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < read.countParts(); i++) {
      MessagePattern.Part part = read.getPart(i);
      switch (part.getType()) {
        case ARG_START -> open.add("");
        case ARG_LIMIT -> open.remove(open.size() - 1);
        case ARG_NAME -> {
          String name = read.getSubstring(part);
          open.set(open.size() - 1, name);
          slots.add(slot(name));
        }
        case ARG_SELECTOR ->
            choices
                .computeIfAbsent(open.get(open.size() - 1), name -> new LinkedHashSet<>())
                .add(read.getSubstring(part));
        default -> {}
      }
    }
    return new Message(new MessageFormat(pattern, locale), choices, slots);
  }

  /** How ICU, which wants identifiers, calls a slot or a kind. */
  static String identifier(String name) {
    return name.replaceFirst("^--", "").replaceAll("[^A-Za-z0-9]", "_");
  }

  private static String slot(String argument) {
    return argument.replaceFirst("(" + KIND + "|" + COUNT + ")$", "");
  }

  /** The words, with the slots filled. */
  List<Phrase> fill(Map<String, Said> said) {
    return fill(said, new LinkedHashSet<>());
  }

  /**
   * The words, with the slots filled.
   *
   * @param used where the names of the slots go that are used, be it to choose
   */
  List<Phrase> fill(Map<String, Said> said, Collection<String> used) {
    Filling filling = new Filling(said);
    StringBuffer text = new StringBuffer();
    // A MessageFormat is not to be used by several threads at once.
    synchronized (format) {
      format.format(filling, text, new FieldPosition(0));
    }
    used.addAll(filling.used);
    return split(text.toString(), filling.filled);
  }

  // What ICU wrote is words of ours and marks. What a rule says goes where its mark stands: ICU
  // does not read it, so no letters of a rule can mean anything to it.
  private static List<Phrase> split(String text, List<List<Phrase>> filled) {
    List<Phrase> phrases = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter >= FIRST_MARK && letter <= LAST_MARK) {
        if (at > from) {
          phrases.add(new Words(text.substring(from, at)));
        }
        phrases.addAll(filled.get(letter - FIRST_MARK));
        from = at + 1;
      }
    }
    if (text.length() > from) {
      phrases.add(new Words(text.substring(from)));
    }
    return List.copyOf(phrases);
  }

  /** The names of all slots, those of the variants too. */
  Set<String> slots() {
    return slots;
  }

  /** What ICU asks for: marks for words, kinds and numbers to choose by. */
  private final class Filling extends AbstractMap<String, Object> {
    private final Map<String, Said> said;
    private final List<List<Phrase>> filled = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();

    Filling(Map<String, Said> said) {
      this.said = said;
    }

    @Override
    public boolean containsKey(Object argument) {
      return true;
    }

    // ICU asks for an argument when it comes to it, and for none of variants that are not chosen.
    @Override
    public Object get(Object argument) {
      String name = (String) argument;
      String slot = slot(name);
      used.add(slot);
      Said value = said.get(slot);
      if (name.endsWith(KIND)) {
        return kind(value, choices.getOrDefault(name, Set.of()));
      } else if (name.endsWith(COUNT)) {
        return number(value);
      } else if (value == null || value.phrases().isEmpty()) {
        return "";
      }
      filled.add(value.phrases());
      return (char) (FIRST_MARK + filled.size() - 1);
    }

    private static String kind(Said value, Set<String> choices) {
      if (value == null) {
        return "none";
      }
      String kind = identifier(value.kind());
      return choices.contains(kind) ? kind : identifier(value.text());
    }

    // ICU chooses "other" for what is no number: a range, say.
    private static Number number(Said value) {
      String text = value == null ? "" : value.text();
      return text.matches("[0-9]{1,18}") ? (Number) Long.parseLong(text) : (Number) Double.NaN;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      throw new UnsupportedOperationException("only what is asked for is made");
    }
  }
}
