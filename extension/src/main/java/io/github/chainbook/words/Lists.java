package io.github.chainbook.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins pieces as the language does: {@code list.or.two}, {@code list.or.middle} and {@code
 * list.or.end} of the messages, as CLDR's list patterns.
 */
public record Lists(Messages messages) {

  /** One of these. */
  public Said or(List<List<Phrase>> items) {
    return join("list.or", items);
  }

  /** All of these. */
  public Said and(List<List<Phrase>> items) {
    return join("list.and", items);
  }

  /** The pieces from the left on, each pair in this message's slots a and b. */
  public List<Phrase> pairs(String key, List<List<Phrase>> pieces) {
    List<Phrase> joined = new ArrayList<>();
    for (List<Phrase> piece : pieces) {
      if (joined.isEmpty()) {
        joined.addAll(piece);
      } else {
        joined = new ArrayList<>(pair(key, joined, piece));
      }
    }
    return joined;
  }

  /** Texts, as all of them. */
  public String allOf(List<String> texts) {
    return and(pieces(texts)).text();
  }

  /** Texts from the left on, each pair in this message's slots a and b; empty for none. */
  public String joined(String key, List<String> texts) {
    return texts.size() == 1 ? texts.get(0) : Phrase.text(pairs(key, pieces(texts)));
  }

  private static List<List<Phrase>> pieces(List<String> texts) {
    return texts.stream().map(text -> List.<Phrase>of(new Phrase.Key(text))).toList();
  }

  private Said join(String kind, List<List<Phrase>> items) {
    int last = items.size() - 1;
    if (last < 0) {
      return Said.kind("empty");
    }
    if (last == 0) {
      return new Said("one", items.get(0));
    }
    if (last == 1) {
      return new Said("list", pair(kind + ".two", items.get(0), items.get(1)));
    }
    List<Phrase> start = pairs(kind + ".middle", items.subList(0, last));
    return new Said("list", pair(kind + ".end", start, items.get(last)));
  }

  private List<Phrase> pair(String key, List<Phrase> a, List<Phrase> b) {
    Map<String, Said> slots = new LinkedHashMap<>();
    slots.put("a", new Said("", a));
    slots.put("b", new Said("", b));
    return messages.say(key, slots);
  }
}
