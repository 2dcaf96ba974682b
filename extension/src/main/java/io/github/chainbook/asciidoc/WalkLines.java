package io.github.chainbook.asciidoc;

import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.language.PacketText;
import io.github.chainbook.netfilter.outline.Outcome;
import io.github.chainbook.netfilter.outline.Outline;
import io.github.chainbook.netfilter.outline.Shares;
import io.github.chainbook.netfilter.outline.Unmatched;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.text.AsciiDocText;
import java.util.ArrayList;
import java.util.List;

/** Writes a packet's way as a nested list: hooks, tables, and in each the rules that matched. */
final class WalkLines {

  private static final int MOST_BRANCHES = 12;

  private final StepLinks links;
  private final boolean all;

  /**
   * A writer.
   *
   * @param all whether rules that did not match are shown as well
   */
  WalkLines(StepLinks links, boolean all) {
    this.links = links;
    this.all = all;
  }

  /** What the way is, in a few words. */
  String summary(Trace trace) {
    long rules = trace.steps().stream().filter(step -> step.rule().isPresent()).count();
    String matched = rules == 0 ? "no rule" : rules == 1 ? "one rule" : rules + " rules";
    String branches = trace.isDecided() ? "" : ", then " + trace.branches().size() + " ways on";
    return "its way, " + matched + " matched" + branches;
  }

  /** The way of a packet, as list. */
  List<String> of(Packet packet, Trace trace) {
    List<String> lines = new ArrayList<>();
    lines.add("[.cb-taken]");
    lines.add(
        "Taken: "
            + AsciiDocText.escape(PacketText.taken(packet))
            + ". Nothing else of it is known.");
    lines.add("");
    List<String> walk = new ArrayList<>();
    hooks(Outline.of(trace), 1, all, walk);
    if (!walk.isEmpty()) {
      lines.add("[.cb-walk]");
      lines.addAll(walk);
      lines.add("");
    }
    if (!trace.isDecided()) {
      branches(trace, lines);
    }
    trace.note().ifPresent(note -> lines.addAll(List.of(AsciiDocText.escape(note) + ".", "")));
    return lines;
  }

  private void hooks(Outline outline, int depth, boolean unmatched, List<String> lines) {
    for (Outline.HookPart hook : outline.hooks()) {
      item(depth, hook(hook), lines);
      for (Outline.TablePart table : hook.tables()) {
        String name = "[.cb-table]##table " + AsciiDocText.escape(table.name()) + "##";
        TraceStep first = table.steps().get(0).step();
        if (first.type() == TraceStep.Type.POLICY && !unmatched) {
          item(depth + 1, name + ", " + step(first), lines);
        } else {
          item(depth + 1, name, lines);
          nodes(table.steps(), depth + 2, unmatched, lines);
        }
      }
    }
  }

  private void nodes(List<Outline.Node> visit, int depth, boolean unmatched, List<String> lines) {
    for (int i = 0; i < visit.size(); i++) {
      Outline.Node node = visit.get(i);
      if (unmatched) {
        missed(visit, i, depth, lines);
      }
      item(depth, step(node.step()), lines);
      nodes(node.below(), depth + 1, unmatched, lines);
    }
  }

  private void missed(List<Outline.Node> visit, int index, int depth, List<String> lines) {
    TraceStep step = visit.get(index).step();
    links
        .chainOf(step)
        .ifPresent(
            chain ->
                Unmatched.before(visit, index, chain)
                    .forEach(
                        rule ->
                            item(
                                depth,
                                "[.cb-missed]##"
                                    + links.rule(step, rule)
                                    + " "
                                    + code(RuleText.of(rule))
                                    + " does not match##",
                                lines)));
  }

  private static void item(int depth, String text, List<String> lines) {
    lines.add("*".repeat(depth) + " " + text);
  }

  private static String hook(Outline.HookPart part) {
    HookPassage passage = part.passage();
    String in = passage.in() == null ? "" : " in by " + code(passage.in());
    String out = passage.out() == null ? "" : " out by " + code(passage.out());
    String none = part.tables().isEmpty() ? ": no table is asked" : "";
    return "[.cb-hook]##" + passage.hook() + "##" + in + out + none;
  }

  private String step(TraceStep step) {
    return switch (step.type()) {
      case POLICY ->
          "[.cb-end]##" + links.chain(step, "policy of " + step.chain()) + "##: " + policy(step);
      case RETURN ->
          "[.cb-end]##end of " + links.chain(step, step.chain()) + ", back to its caller##";
      case RULE -> {
        StringBuilder text = new StringBuilder(links.rule(step));
        String rule = RuleText.of(step.rule().orElseThrow());
        text.append(' ').append(rule.isEmpty() ? "(matches everything)" : code(rule));
        step.changes().forEach(change -> text.append(' ').append(change(change)));
        yield text.toString();
      }
    };
  }

  private static String policy(TraceStep step) {
    return "**" + AsciiDocText.escape(step.policy()) + "**";
  }

  private static String change(TraceStep.Change change) {
    return "[.cb-change]##"
        + AsciiDocText.escape(change.what() + " " + change.from() + " \u2192 " + change.to())
        + "##";
  }

  private static String code(String text) {
    return "``" + AsciiDocText.escape(text) + "``";
  }

  private void branches(Trace trace, List<String> lines) {
    lines.add("What comes then depends on what is not known:");
    lines.add("");
    lines.add("[.cb-walk.cb-branches]");
    trace.branches().stream()
        .limit(MOST_BRANCHES)
        .forEach(branch -> branch(branch, trace.steps().size(), lines));
    int more = trace.branches().size() - MOST_BRANCHES;
    if (more > 0) {
      item(1, "and " + more + " more", lines);
    }
    lines.add("");
  }

  private void branch(Trace branch, int shared, List<String> lines) {
    List<String> conditions = branch.conditions().stream().map(WalkLines::code).toList();
    String share =
        branch.share().isPresent()
            ? " (" + AsciiDocText.escape(Shares.words(branch.share().getAsDouble())) + ")"
            : "";
    item(
        1,
        (conditions.isEmpty() ? "else" : "if " + String.join(" and ", conditions))
            + share
            + ": "
            + TraceLines.verdict(branch.verdict())
            + ", "
            + AsciiDocText.escape(Outcome.of(branch).result()),
        lines);
    // Where a branch begins in the middle of a chain, nobody sees which rules came before.
    hooks(Outline.of(branch, shared), 2, false, lines);
  }
}
