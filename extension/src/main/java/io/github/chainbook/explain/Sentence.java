package io.github.chainbook.explain;

import java.util.ArrayList;
import java.util.List;

/** A sentence while it is made: conditions, parted by commas; a colon; what happens; remarks. */
final class Sentence {

  private final List<List<Phrase>> conditions = new ArrayList<>();
  private final List<Phrase> consequence = new ArrayList<>();
  private final List<Phrase> remarks = new ArrayList<>();
  private boolean complete = true;

  void condition(Phrase... phrases) {
    conditions.add(List.of(phrases));
  }

  /** Goes on with the latest condition instead of beginning another. */
  void extend(Phrase... phrases) {
    List<Phrase> latest = new ArrayList<>(conditions.remove(conditions.size() - 1));
    latest.add(new Phrase.Words(" "));
    latest.addAll(List.of(phrases));
    conditions.add(latest);
  }

  void consequence(Phrase... phrases) {
    consequence.addAll(List.of(phrases));
  }

  /** Adds what belongs to the rule and not to what it asks or does; it stands at the end. */
  void remark(Phrase... phrases) {
    remarks.addAll(List.of(phrases));
  }

  void incomplete() {
    complete = false;
  }

  Explanation finish() {
    List<Phrase> phrases = new ArrayList<>();
    if (conditions.isEmpty()) {
      phrases.add(new Phrase.Words("everything that gets here"));
    }
    for (List<Phrase> condition : conditions) {
      if (!phrases.isEmpty()) {
        phrases.add(new Phrase.Words(", "));
      }
      phrases.addAll(condition);
    }
    phrases.add(new Phrase.Words(": "));
    phrases.addAll(consequence);
    phrases.addAll(remarks);
    phrases.add(new Phrase.Words("."));
    return new Explanation(capitalized(phrases), complete);
  }

  // Only words of ours may change their case.
  private static List<Phrase> capitalized(List<Phrase> phrases) {
    if (phrases.get(0) instanceof Phrase.Words first && !first.text().isEmpty()) {
      String text = first.text();
      phrases.set(0, new Phrase.Words(Character.toUpperCase(text.charAt(0)) + text.substring(1)));
    }
    return phrases;
  }
}
