package io.github.chainbook.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in sentences what a chain diagram shows. */
public final class Description {

  /** More sentences than these nobody listens to; the rule table says the rest. */
  private static final int MOST_SENTENCES = 40;

  private Description() {}

  /**
   * The sentences.
   *
   * @param of what the boxes are of, as "of table nat."
   * @param boxes the boxes
   * @param arrows the arrows between them
   */
  public static String of(String of, List<Box> boxes, List<Arrow> arrows) {
    Map<List<Object>, List<Arrow>> alike = new LinkedHashMap<>();
    for (Arrow arrow : arrows) {
      alike
          .computeIfAbsent(
              List.of(arrow.from(), arrow.to(), arrow.isGoto()), k -> new ArrayList<>())
          .add(arrow);
    }
    StringBuilder text = new StringBuilder();
    text.append(boxes.size() == 1 ? "One chain " : boxes.size() + " chains ").append(of);
    alike.values().stream()
        .limit(MOST_SENTENCES)
        .forEach(group -> text.append(' ').append(sentence(boxes, group)));
    int left = alike.size() - MOST_SENTENCES;
    if (left > 0) {
      text.append(" And ").append(left).append(" more.");
    }
    return text.toString();
  }

  private static String sentence(List<Box> boxes, List<Arrow> group) {
    Arrow first = group.get(0);
    int rules = group.stream().mapToInt(Arrow::rules).sum();
    boolean one = rules == 1;
    String verb = first.isGoto() ? (one ? "goes" : "go") : (one ? "jumps" : "jump");
    return boxes.get(first.from()).name()
        + (rules > group.size()
            ? ": " + rules + " rules "
            : (one ? " rule " : " rules ") + numbers(group) + " ")
        + verb
        + " to "
        + boxes.get(first.to()).name()
        + (first.isGoto() ? " for good." : ".");
  }

  private static String numbers(List<Arrow> group) {
    List<String> numbers = group.stream().map(Arrow::rule).toList();
    int last = numbers.size() - 1;
    return last == 0
        ? numbers.get(0)
        : String.join(", ", numbers.subList(0, last)) + " and " + numbers.get(last);
  }
}
