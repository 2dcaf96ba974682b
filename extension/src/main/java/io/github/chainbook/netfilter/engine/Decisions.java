package io.github.chainbook.netfilter.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers that a walk takes to what is not known. A walk is done again for each way of
 * answering: first all are yes, then the last yes becomes a no, and so on.
 */
final class Decisions {

  /** An answer; what was asked is known only when the match has looked at it. */
  static final class Answer {
    final boolean yes;
    String condition = "";

    /** Whether it is a part of what a later answer says as a whole. */
    boolean partial;

    /** How many of 2^31 packets get a yes; -1 where it is not chance that decides. */
    long steps = -1;

    Answer(boolean yes) {
      this.yes = yes;
    }
  }

  private final List<Boolean> script;
  private List<Answer> answers = List.of();
  private int settled;

  /** What was answered once and for all; null where nothing was. */
  private Map<String, Boolean> known;

  Decisions(List<Boolean> script) {
    this.script = script;
  }

  /** The next answer. */
  Answer next() {
    Answer answer = new Answer(answers.size() >= script.size() || script.get(answers.size()));
    if (answers.isEmpty()) {
      answers = new ArrayList<>(4);
    }
    answers.add(answer);
    return answer;
  }

  /**
   * The answer to a question that has one answer, however often it is asked.
   *
   * @param key what the question is
   * @param yes the condition where the answer is yes
   * @param no the condition where it is no
   */
  boolean once(String key, String yes, String no) {
    if (known == null) {
      known = new HashMap<>();
    }
    Boolean before = known.get(key);
    if (before != null) {
      return before;
    }
    Answer answer = next();
    answer.condition = answer.yes ? yes : no;
    known.put(key, answer.yes);
    return answer.yes;
  }

  /** Makes the answers up to here those about packets that went before. */
  void settle() {
    settled = answers.size();
  }

  /** How many of the answers are about packets that went before. */
  int settled() {
    return settled;
  }

  /** The answers that were taken. */
  List<Answer> taken() {
    return answers;
  }

  /** The script of the next walk; null where every way was gone. */
  List<Boolean> following() {
    List<Boolean> next = new ArrayList<>();
    answers.forEach(answer -> next.add(answer.yes));
    while (!next.isEmpty() && !next.get(next.size() - 1)) {
      next.remove(next.size() - 1);
    }
    if (next.isEmpty()) {
      return null;
    }
    next.set(next.size() - 1, false);
    return next;
  }
}
