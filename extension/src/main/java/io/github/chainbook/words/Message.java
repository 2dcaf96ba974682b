package io.github.chainbook.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import io.github.chainbook.words.Phrase.Words;
import java.text.FieldPosition;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message of ICU's MessageFormat with named slots. Of a slot {@code x} it may say {@code {x}},
 * the words that fill it; {@code {x_kind, select, …}}, which chooses by the kind of these, {@code
 * none} where nothing fills it; and {@code {x_count, plural, …}}, which chooses by the number that
 * they are.
 */
public final class Message {

  private static final String KIND = "_kind";
  private static final String COUNT = "_count";
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

  /** Stands for the first slot in what ICU writes; the next letters for the others. */
  private static final char FIRST_MARK = '\uE000';

  private final MessageFormat format;

  /** What each argument that chooses may choose. */
  private final Map<String, Set<String>> choices;

  private final List<String> slots;

  /** What ICU always writes where nothing is chosen: most messages, and ICU takes its time. */
  private final Optional<Written> always;

  private Message(MessageFormat format, Map<String, Set<String>> choices, List<String> slots) {
    this.format = format;
    this.choices = choices;
    this.slots = slots;
    this.always = choices.isEmpty() ? Optional.of(write(Map.of())) : Optional.empty();
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
    return new Message(new MessageFormat(pattern, locale), choices, List.copyOf(slots));
  }

  /** How ICU, which wants identifiers, calls a slot or a kind. */
  public static String identifier(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = name.startsWith("--") ? 2 : 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean plain =
          letter >= 'a' && letter <= 'z'
              || letter >= 'A' && letter <= 'Z'
              || letter >= '0' && letter <= '9';
      out.append(plain ? letter : '_');
    }
    return out.toString();
  }

  private static String slot(String argument) {
    String suffix = argument.endsWith(KIND) ? KIND : argument.endsWith(COUNT) ? COUNT : "";
    return argument.substring(0, argument.length() - suffix.length());
  }

  /** The words, with the slots filled. */
  public List<Phrase> fill(Map<String, Said> said) {
    return fill(said, new LinkedHashSet<>());
  }

  /**
   * The words, with the slots filled.
   *
   * @param used where the names of the slots go that are used, be it to choose
   */
  public List<Phrase> fill(Map<String, Said> said, Collection<String> used) {
    Written written = always.orElseGet(() -> write(said));
    used.addAll(written.used());
    return put(said, written.text());
  }

  /**
   * What ICU wrote.
   *
   * @param text words of ours, and marks for the slots
   * @param used the slots that it asked for
   */
  private record Written(String text, Set<String> used) {}

  private Written write(Map<String, Said> said) {
    Filling filling = new Filling(said);
    StringBuffer text = new StringBuffer();
    // A MessageFormat is not to be used by several threads at once.
    synchronized (format) {
      format.format(filling, text, new FieldPosition(0));
    }
    return new Written(text.toString(), filling.used);
  }

  // What a rule says goes where its mark stands: ICU does not read it, so no letters of a rule can
  // mean anything to it.
  private List<Phrase> put(Map<String, Said> said, String text) {
    List<Phrase> phrases = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      int slot = text.charAt(at) - FIRST_MARK;
      if (slot >= 0 && slot < slots.size()) {
        if (at > from) {
          phrases.add(new Words(text.substring(from, at)));
        }
        Said value = said.get(slots.get(slot));
        phrases.addAll(value == null ? List.of() : value.phrases());
        from = at + 1;
      }
    }
    if (text.length() > from) {
      phrases.add(new Words(text.substring(from)));
    }
    return List.copyOf(phrases);
  }

  /** The names of all slots, those of the variants too. */
  public List<String> slots() {
    return slots;
  }

  /** What ICU asks for: marks for words, kinds and numbers to choose by. */
  private final class Filling extends AbstractMap<String, Object> {
    private final Map<String, Said> said;
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
      if (name.endsWith(KIND)) {
        return kind(said.get(slot), choices.getOrDefault(name, Set.of()));
      }
      return name.endsWith(COUNT)
          ? number(said.get(slot))
          : String.valueOf((char) (FIRST_MARK + slots.indexOf(slot)));
    }

    private static String kind(Said value, Set<String> choices) {
      if (value == null) {
        return "none";
      }
      String kind = identifier(value.kind());
      if (choices.contains(kind) || value.kind().equals(Said.NAME)) {
        return kind;
      }
      String text = identifier(value.text());
      return text.equals("none") ? "other" : text;
    }

    // ICU chooses "other" for what is no number: a range, say.
    private static Number number(Said value) {
      String kind = value == null ? "" : value.kind();
      String text = value == null || WHOLE.matcher(kind).matches() ? kind : value.text();
      return WHOLE.matcher(text).matches() ? (Number) Long.parseLong(text) : (Number) Double.NaN;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      throw new UnsupportedOperationException("only what is asked for is made");
    }
  }
}
