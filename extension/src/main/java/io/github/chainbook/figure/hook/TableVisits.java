package io.github.chainbook.figure.hook;

import io.github.chainbook.figure.Row.Mark;
import io.github.chainbook.figure.Row.Met;
import io.github.chainbook.figure.walk.Devices;
import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.outline.Outcome;
import io.github.chainbook.netfilter.outline.Outline;
import io.github.chainbook.netfilter.outline.Traces;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened to a packet in each table at each hook, from all ways that it may take. */
final class TableVisits {

  private static final class Visit {
    final Set<Integer> numbers = new LinkedHashSet<>();
    final Set<String> happenings = new LinkedHashSet<>();
    boolean certain;
  }

  private final Map<String, Visit> visits = new HashMap<>();
  private final Trace trace;
  private final Messages messages;

  TableVisits(Trace trace, Messages messages) {
    this.messages = messages;
    this.trace = trace;
    boolean known = trace.isDecided() || trace.branches().isEmpty();
    for (Trace way : known ? List.of(trace) : trace.branches()) {
      add(way, trace.steps().size());
    }
  }

  private void add(Trace way, int certain) {
    int at = 0;
    int number = 0;
    for (Outline.HookPart hook : Outline.of(way).hooks()) {
      for (Outline.TablePart table : hook.tables()) {
        String key = key(hook.passage().hook(), table.name());
        Visit visit = visits.computeIfAbsent(key, k -> new Visit());
        List<TraceStep> steps = new ArrayList<>();
        steps(table.steps(), steps);
        number++;
        if (at < certain) {
          visit.certain = true;
          visit.numbers.add(number);
        }
        visit.happenings.add(happening(steps));
        at += steps.size();
      }
    }
  }

  private static void steps(List<Outline.Node> nodes, List<TraceStep> steps) {
    for (Outline.Node node : nodes) {
      steps.add(node.step());
      steps(node.below(), steps);
    }
  }

  // What changed the packet, and unless that says it all, what the table decided.
  private String happening(List<TraceStep> steps) {
    List<String> words = new ArrayList<>();
    boolean translated = false;
    for (TraceStep step : steps) {
      Optional<String> translation = Outcome.translation(step);
      translation.ifPresent(words::add);
      translated |= translation.isPresent();
      step.changes().stream()
          .filter(change -> !Outcome.isTranslation(change))
          .forEach(change -> words.add(Traces.change(change, messages)));
    }
    TraceStep last = steps.get(steps.size() - 1);
    if (last.type() == TraceStep.Type.POLICY) {
      words.add(messages.text("figure.policy", "policy", last.policy()));
    } else if (!translated && last.rule().isPresent()) {
      String target = last.target().orElseGet(() -> messages.text("hook.matched"));
      String rule = last.chain() + " " + last.rule().get().number();
      words.add(messages.text("hook.by", "target", target, "rule", rule));
    }
    return new Lists(messages).joined("join.items", words);
  }

  private static String key(Hook hook, String table) {
    return hook + " " + table;
  }

  /** What is to be said of a table at a hook; unmarked where the packet did not come to it. */
  Mark mark(Hook hook, String table) {
    Visit visit = visits.get(key(hook, table));
    if (visit == null) {
      return new Mark(Met.NO, "", "");
    }
    String numbers = visit.numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    // That it came here may be certain where what happened is not.
    Met met = visit.certain && visit.happenings.size() == 1 ? Met.YES : Met.PERHAPS;
    String effect = new Lists(messages).joined("join.alternatives", List.copyOf(visit.happenings));
    return new Mark(met, numbers, effect);
  }

  /**
   * When a packet came to a hook, and by which interfaces: {@code 2nd · out lo}; empty where it did
   * not, or where that is not certain.
   */
  String passage(Hook hook) {
    List<HookPassage> hooks = trace.isDecided() ? trace.hooks() : List.of();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < hooks.size(); i++) {
      HookPassage passage = hooks.get(i);
      if (passage.hook() == hook) {
        words.add(
            messages.text(
                "hook.passage",
                "n",
                String.valueOf(i + 1),
                "devices",
                Devices.of(passage, messages)));
      }
    }
    return new Lists(messages).joined("join.items", words);
  }

  /**
   * Why a table that has rules here has no step; empty where that is not known or has no reason.
   *
   * @param order the tables of the hook, in the order in which they are asked
   */
  Optional<String> why(Hook hook, String table, List<String> order) {
    if (!trace.isDecided() || visits.containsKey(key(hook, table))) {
      return Optional.empty();
    }
    List<HookPassage> here = trace.hooks().stream().filter(p -> p.hook() == hook).toList();
    if (here.isEmpty()) {
      return Optional.empty();
    }
    boolean later =
        order.stream()
            .dropWhile(name -> !name.equals(table))
            .anyMatch(name -> visits.containsKey(key(hook, name)));
    if (here.stream().allMatch(HookPassage::passed) || later) {
      return Optional.of(messages.text("hook.not-asked"));
    }
    return visits.keySet().stream().anyMatch(key -> key.startsWith(hook + " "))
        ? Optional.of(messages.text("hook.not-reached"))
        : Optional.empty();
  }
}
