package io.github.chainbook.figure;

import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in sentences what a chain diagram shows. */
public final class Description {

  /** More sentences than these nobody listens to; the rule table says the rest. */
  private static final int MOST_SENTENCES = 40;

  private final Messages words;

  private Description(Messages words) {
    this.words = words;
  }

  /**
   * The sentences.
   *
   * @param first the first of them, which says what the boxes are
   * @param boxes the boxes
   * @param arrows the arrows between them
   * @param words the language
   */
  public static String of(String first, List<Box> boxes, List<Arrow> arrows, Messages words) {
    Map<List<Object>, List<Arrow>> alike = new LinkedHashMap<>();
    for (Arrow arrow : arrows) {
      alike
          .computeIfAbsent(
              List.of(arrow.from(), arrow.to(), arrow.isGoto()), k -> new ArrayList<>())
          .add(arrow);
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(first);
    Description description = new Description(words);
    alike.values().stream()
        .limit(MOST_SENTENCES)
        .forEach(group -> sentences.add(description.sentence(boxes, group)));
    int left = alike.size() - MOST_SENTENCES;
    if (left > 0) {
      sentences.add(words.text("figure.more", "n", String.valueOf(left)));
    }
    return new Lists(words).joined("join.sentences", sentences);
  }

  private String sentence(List<Box> boxes, List<Arrow> group) {
    Arrow first = group.get(0);
    int rules = group.stream().mapToInt(Arrow::rules).sum();
    Map<String, Said> slots = words.slots("n", String.valueOf(rules));
    slots.put("from", Said.name(boxes.get(first.from()).name()));
    slots.put("to", Said.name(boxes.get(first.to()).name()));
    if (rules == group.size()) {
      List<String> numbers = group.stream().map(Arrow::rule).toList();
      slots.put("numbers", Said.name(new Lists(words).allOf(numbers)));
    }
    return Phrase.text(words.say(first.isGoto() ? "figure.goes-to" : "figure.jumps-to", slots));
  }
}
