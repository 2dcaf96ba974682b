package io.github.chainbook.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A message with slots, in the part of ICU's MessageFormat that is needed here: {@code {name}},
 * {@code {name, select, kind {…} other {…}}} and {@code {name, plural, =1 {…} other {…}}}. A slot
 * that is not filled stands for nothing, and its kind is {@code none}. {@code '{'} and {@code '}'}
 * are braces.
 */
record Message(List<Part> parts) {

  /** A piece of a message. */
  sealed interface Part {}

  /** Words as they stand. */
  record Text(String text) implements Part {}

  /** A slot. */
  record Slot(String name) implements Part {}

  /** Words chosen by a slot's kind or text. */
  record Choice(String name, Map<String, Message> variants) implements Part {}

  Message {
    parts = List.copyOf(parts);
  }

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException where it is none
   */
  static Message parse(String pattern) {
    return new MessageParser(pattern).whole();
  }

  /** The words, with the slots filled. */
  List<Phrase> fill(Map<String, Said> slots) {
    return fill(slots, new LinkedHashSet<>());
  }

  /**
   * The words, with the slots filled.
   *
   * @param used where the names of the slots go that are used, be it to choose
   */
  List<Phrase> fill(Map<String, Said> slots, Set<String> used) {
    List<Phrase> phrases = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Text text) {
        phrases.add(new Phrase.Words(text.text()));
      } else if (part instanceof Slot slot) {
        used.add(slot.name());
        Said said = slots.get(slot.name());
        phrases.addAll(said == null ? List.of() : said.phrases());
      } else if (part instanceof Choice choice) {
        used.add(choice.name());
        phrases.addAll(choose(choice, slots.get(choice.name())).fill(slots, used));
      }
    }
    return phrases;
  }

  private static Message choose(Choice choice, Said said) {
    Map<String, Message> variants = choice.variants();
    Message other = variants.get("other");
    if (said == null) {
      return variants.getOrDefault("none", other);
    }
    Message byKind = variants.get(said.kind());
    if (byKind != null) {
      return byKind;
    }
    String text = said.text();
    return variants.getOrDefault(text, variants.getOrDefault("=" + text, other));
  }

  /** The names of all slots, those of the variants too. */
  Set<String> slots() {
    Set<String> names = new LinkedHashSet<>();
    for (Part part : parts) {
      if (part instanceof Slot slot) {
        names.add(slot.name());
      } else if (part instanceof Choice choice) {
        names.add(choice.name());
        choice.variants().values().forEach(variant -> names.addAll(variant.slots()));
      }
    }
    return names;
  }

  /** Whether nothing stands in it. */
  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Reads one pattern. */
  private static final class MessageParser {
    private final String pattern;
    private int at;

    MessageParser(String pattern) {
      this.pattern = pattern;
    }

    Message whole() {
      Message message = message();
      if (at < pattern.length()) {
        throw bad("a brace that nothing opens");
      }
      return message;
    }

    private Message message() {
      List<Part> parts = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      while (at < pattern.length() && pattern.charAt(at) != '}') {
        if (pattern.startsWith("'{'", at) || pattern.startsWith("'}'", at)) {
          text.append(pattern.charAt(at + 1));
          at += 3;
        } else if (pattern.charAt(at) == '{') {
          flush(text, parts);
          parts.add(argument());
        } else {
          text.append(pattern.charAt(at++));
        }
      }
      flush(text, parts);
      return new Message(parts);
    }

    private static void flush(StringBuilder text, List<Part> parts) {
      if (text.length() > 0) {
        parts.add(new Text(text.toString()));
        text.setLength(0);
      }
    }

    private Part argument() {
      at++;
      String name = word();
      if (next() == '}') {
        at++;
        return new Slot(name);
      }
      expect(',');
      String type = word();
      if (!type.equals("select") && !type.equals("plural")) {
        throw bad("select or plural expected");
      }
      expect(',');
      Map<String, Message> variants = new LinkedHashMap<>();
      while (next() != '}') {
        String kind = word();
        if (next() != '{') {
          throw bad("{ expected");
        }
        at++;
        variants.put(kind, message());
        expect('}');
      }
      at++;
      if (!variants.containsKey("other")) {
        throw bad("a variant other expected");
      }
      return new Choice(name, Map.copyOf(variants));
    }

    private String word() {
      next();
      int from = at;
      while (at < pattern.length() && " ,{}".indexOf(pattern.charAt(at)) < 0) {
        at++;
      }
      if (from == at) {
        throw bad("a name expected");
      }
      return pattern.substring(from, at);
    }

    private char next() {
      while (at < pattern.length() && pattern.charAt(at) == ' ') {
        at++;
      }
      if (at == pattern.length()) {
        throw bad("a brace is not closed");
      }
      return pattern.charAt(at);
    }

    private void expect(char expected) {
      if (next() != expected) {
        throw bad(expected + " expected");
      }
      at++;
    }

    private IllegalArgumentException bad(String what) {
      return new IllegalArgumentException("column " + (at + 1) + ": " + what + ": " + pattern);
    }
  }
}
