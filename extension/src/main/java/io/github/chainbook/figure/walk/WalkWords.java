package io.github.chainbook.figure.walk;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Row;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.outline.Outcome;
import io.github.chainbook.netfilter.outline.Shares;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences what became of a packet. */
public final class WalkWords {

  /** Of more branches nobody reads. */
  private static final int MOST_BRANCHES = 6;

  // Figures speak English so far.
  private final Messages english = Messages.english();
  private final Trace trace;

  /** Words for a trace. */
  public WalkWords(Trace trace) {
    this.trace = trace;
  }

  /** What became of the packet; of an undecided one, what may become of it and when. */
  public List<String> outcome() {
    List<String> lines = new ArrayList<>();
    if (trace.isDecided()) {
      lines.add(outcome(trace));
    } else {
      lines.add("What becomes of it depends on what is not known:");
      trace.branches().stream()
          .limit(MOST_BRANCHES)
          .forEach(branch -> lines.add(condition(branch) + ": " + outcome(branch)));
      int more = trace.branches().size() - MOST_BRANCHES;
      if (more > 0) {
        lines.add("And " + more + " ways more.");
      }
      trace.note().ifPresent(note -> lines.add(sentence(note)));
    }
    return lines;
  }

  private String outcome(Trace trace) {
    String result = Outcome.of(trace).result(english);
    String note =
        trace.note().filter(text -> !text.equals(result)).map(WalkWords::sentence).orElse("");
    return sentence(Outcome.word(trace.verdict()) + ", " + result)
        + (note.isEmpty() ? "" : " " + note);
  }

  private String condition(Trace branch) {
    String what =
        branch.conditions().isEmpty() ? "Else" : "If " + String.join(" and ", branch.conditions());
    return branch.share().isPresent()
        ? what + " (" + Shares.words(branch.share().getAsDouble(), english) + ")"
        : what;
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".";
  }

  List<String> notes(List<Box> boxes) {
    List<String> notes = new ArrayList<>(outcome());
    boolean perhaps =
        boxes.stream()
            .flatMap(box -> box.rows().stream())
            .anyMatch(row -> row.mark().met() == Row.Met.PERHAPS);
    if (perhaps) {
      notes.add("Dashed: what it may meet on one way or another.");
    }
    return notes;
  }

  String description(List<Box> boxes) {
    StringBuilder text = new StringBuilder();
    for (Box box : boxes) {
      List<String> met = new ArrayList<>();
      for (Row row : box.rows()) {
        Row.Mark mark = row.mark();
        String name = row.rules().isEmpty() ? row.condition() : "rule " + row.label();
        String effect = mark.effect().isEmpty() ? "" : " (" + mark.effect() + ")";
        if (mark.met() == Row.Met.YES) {
          met.add((mark.steps().isEmpty() ? "" : mark.steps() + ": ") + name + effect);
        } else if (mark.met() == Row.Met.PERHAPS) {
          met.add("perhaps " + name + effect);
        }
      }
      text.append(box.name());
      text.append(box.subtitle().isEmpty() ? "" : " (" + box.subtitle() + ")");
      text.append(met.isEmpty() ? ": nothing. " : ": " + String.join(", ", met) + ". ");
    }
    return text + String.join(" ", outcome());
  }
}
