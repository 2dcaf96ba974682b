package io.github.chainbook.asciidoc;

import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.language.PacketText;
import io.github.chainbook.netfilter.outline.Outcome;
import io.github.chainbook.netfilter.outline.Outline;
import io.github.chainbook.netfilter.outline.Shares;
import io.github.chainbook.netfilter.outline.Traces;
import io.github.chainbook.netfilter.outline.Unmatched;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a packet's way as a nested list: hooks, tables, and in each the rules that matched. */
final class WalkLines {

  private static final int MOST_BRANCHES = 12;

  private final StepLinks links;
  private final boolean all;
  private final Wording wording;

  /**
   * A writer.
   *
   * @param all whether rules that did not match are shown as well
   */
  WalkLines(StepLinks links, boolean all, Wording wording) {
    this.links = links;
    this.all = all;
    this.wording = wording;
  }

  /** What the way is, in a few words. */
  String summary(Trace trace) {
    long rules = trace.steps().stream().filter(step -> step.rule().isPresent()).count();
    return trace.isDecided()
        ? wording.plain("walk.summary", "rules", rules)
        : wording.plain("walk.summary", "rules", rules, "ways", trace.branches().size());
  }

  /** The way of a packet, as list. */
  List<String> of(Packet packet, Trace trace) {
    List<String> lines = new ArrayList<>();
    lines.add("[.cb-taken]");
    lines.add(wording.plain("walk.taken", "packet", PacketText.taken(packet)));
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
    trace
        .note()
        .map(note -> Traces.note(note, wording.messages()))
        .ifPresent(note -> lines.addAll(List.of(wording.plain("walk.note", "note", note), "")));
    return lines;
  }

  private void hooks(Outline outline, int depth, boolean unmatched, List<String> lines) {
    for (Outline.HookPart hook : outline.hooks()) {
      item(depth, hook(hook), lines);
      for (Outline.TablePart table : hook.tables()) {
        String name = "[.cb-table]##" + wording.plain("table.name", "table", table.name()) + "##";
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
                                    + wording.inline(
                                        "walk.missed",
                                        "place",
                                        links.rule(step, rule),
                                        "rule",
                                        code(RuleText.of(rule)))
                                    + "##",
                                lines)));
  }

  private static void item(int depth, String text, List<String> lines) {
    lines.add("*".repeat(depth) + " " + text);
  }

  private String hook(Outline.HookPart part) {
    HookPassage passage = part.passage();
    Map<String, Said> slots = new HashMap<>();
    slots.put("hook", Said.key("[.cb-hook]##" + passage.hook() + "##"));
    if (passage.in() != null) {
      slots.put("in", Said.key("given", code(passage.in())));
    }
    if (passage.out() != null) {
      slots.put("out", Said.key("given", code(passage.out())));
    }
    slots.put("tables", Said.kind(part.tables().isEmpty() ? "none" : "some"));
    return wording.inline("walk.hook", slots);
  }

  private String step(TraceStep step) {
    return switch (step.type()) {
      case POLICY ->
          "[.cb-end]##"
              + links.chain(step, wording.messages().text("step.policy", "chain", step.chain()))
              + "##: "
              + policy(step);
      case RETURN ->
          "[.cb-end]##"
              + wording.inline("walk.end", "chain", links.chain(step, step.chain()))
              + "##";
      case RULE -> {
        StringBuilder text = new StringBuilder(links.rule(step));
        String rule = RuleText.of(step.rule().orElseThrow());
        text.append(' ').append(rule.isEmpty() ? wording.plain("rule.empty") : code(rule));
        step.changes().forEach(change -> text.append(' ').append(change(change)));
        yield text.toString();
      }
    };
  }

  private static String policy(TraceStep step) {
    return "**" + AsciiDocText.escape(step.policy()) + "**";
  }

  private String change(TraceStep.Change change) {
    String what = Traces.changed(change.what(), wording.messages());
    return "[.cb-change]##"
        + AsciiDocText.escape(what + " " + change.from() + " \u2192 " + change.to())
        + "##";
  }

  private static String code(String text) {
    return "``" + AsciiDocText.escape(text) + "``";
  }

  private void branches(Trace trace, List<String> lines) {
    lines.add(wording.plain("walk.depends"));
    lines.add("");
    lines.add("[.cb-walk.cb-branches]");
    trace.branches().stream()
        .limit(MOST_BRANCHES)
        .forEach(branch -> branch(branch, trace.steps().size(), lines));
    int more = trace.branches().size() - MOST_BRANCHES;
    if (more > 0) {
      item(1, wording.plain("trace.more", "n", more), lines);
    }
    lines.add("");
  }

  private void branch(Trace branch, int shared, List<String> lines) {
    Messages messages = wording.messages();
    Map<String, Said> slots = new HashMap<>();
    wording
        .conditions(branch.conditions())
        .ifPresent(all -> slots.put("conditions", Said.key("given", all)));
    branch
        .share()
        .ifPresent(
            share ->
                slots.put(
                    "share",
                    Said.key("given", AsciiDocText.escape(Shares.words(share, messages)))));
    slots.put("verdict", Said.key(TraceLines.verdict(branch.verdict())));
    slots.put(
        "result", Said.key(AsciiDocText.escape(Outcome.of(branch).result(wording.messages()))));
    item(1, wording.inline("walk.branch", slots), lines);
    // Where a branch begins in the middle of a chain, nobody sees which rules came before.
    hooks(Outline.of(branch, shared), 2, false, lines);
  }
}
