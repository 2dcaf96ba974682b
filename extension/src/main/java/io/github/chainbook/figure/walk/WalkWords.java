package io.github.chainbook.figure.walk;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Row;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.outline.Condition;
import io.github.chainbook.netfilter.outline.Outcome;
import io.github.chainbook.netfilter.outline.Shares;
import io.github.chainbook.netfilter.outline.Traces;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in sentences what became of a packet. */
public final class WalkWords {

  /** Of more branches nobody reads. */
  private static final int MOST_BRANCHES = 6;

  private final Trace trace;
  private final Messages words;
  private final Lists lists;

  /** Words for a trace in a language. */
  public WalkWords(Trace trace, Messages words) {
    this.trace = trace;
    this.words = words;
    this.lists = new Lists(words);
  }

  /** What became of the packet; of an undecided one, what may become of it and when. */
  public List<String> outcome() {
    List<String> lines = new ArrayList<>();
    if (trace.isDecided()) {
      lines.add(outcome(trace));
    } else {
      lines.add(words.text("way.depends"));
      trace.branches().stream().limit(MOST_BRANCHES).forEach(branch -> lines.add(branch(branch)));
      int more = trace.branches().size() - MOST_BRANCHES;
      if (more > 0) {
        lines.add(words.text("way.more", "n", String.valueOf(more)));
      }
      trace.note().ifPresent(note -> lines.add(sentence(Traces.note(note, words))));
    }
    return lines;
  }

  private String outcome(Trace trace) {
    String verdict = Outcome.word(trace.verdict());
    String result = Outcome.of(trace).result(words);
    String outcome = words.text("way.outcome", "verdict", verdict, "result", result);
    return trace
        .note()
        .map(note -> Traces.note(note, words))
        .filter(note -> !note.equals(result))
        .map(note -> lists.joined("join.sentences", List.of(outcome, sentence(note))))
        .orElse(outcome);
  }

  private String branch(Trace branch) {
    List<String> conditions =
        branch.conditions().stream().map(text -> Condition.of(text).saying().in(words)).toList();
    Map<String, Said> slots = words.slots("outcome", outcome(branch));
    if (!conditions.isEmpty()) {
      slots.put("conditions", Said.name(lists.joined("join.conditions", conditions)));
    }
    branch.share().ifPresent(share -> slots.put("share", Said.name(Shares.words(share, words))));
    return Phrase.text(words.say("way.branch", slots));
  }

  // A note is a sentence of its own here, and part of one elsewhere.
  private String sentence(String note) {
    String sentence = words.text("walk.note", "note", note);
    int first = sentence.offsetByCodePoints(0, 1);
    return sentence.substring(0, first).toUpperCase(words.locale()) + sentence.substring(first);
  }

  List<String> notes(List<Box> boxes) {
    List<String> notes = new ArrayList<>(outcome());
    boolean perhaps =
        boxes.stream()
            .flatMap(box -> box.rows().stream())
            .anyMatch(row -> row.mark().met() == Row.Met.PERHAPS);
    if (perhaps) {
      notes.add(words.text("way.dashed"));
    }
    return notes;
  }

  String description(List<Box> boxes) {
    List<String> sentences = new ArrayList<>();
    for (Box box : boxes) {
      List<String> met = new ArrayList<>();
      box.rows().forEach(row -> met(row).ifPresent(met::add));
      Map<String, Said> slots = words.slots("chain", Said.name(box.name()));
      if (!box.subtitle().isEmpty()) {
        slots.put("where", Said.name(box.subtitle()));
      }
      if (!met.isEmpty()) {
        slots.put("met", Said.name(lists.joined("join.items", met)));
      }
      sentences.add(Phrase.text(words.say("way.chain", slots)));
    }
    sentences.addAll(outcome());
    return lists.joined("join.sentences", sentences);
  }

  private Optional<String> met(Row row) {
    Row.Mark mark = row.mark();
    if (mark.met() != Row.Met.YES && mark.met() != Row.Met.PERHAPS) {
      return Optional.empty();
    }
    String name =
        row.rules().isEmpty() ? row.condition() : words.text("way.rule", "rule", row.label());
    Map<String, Said> slots = words.slots("what", Said.name(name));
    slots.put("met", Said.kind(mark.met() == Row.Met.YES ? "surely" : "perhaps"));
    if (!mark.steps().isEmpty() && mark.met() == Row.Met.YES) {
      slots.put("steps", Said.name(mark.steps()));
    }
    if (!mark.effect().isEmpty()) {
      slots.put("effect", Said.name(mark.effect()));
    }
    return Optional.of(Phrase.text(words.say("way.met", slots)));
  }
}
