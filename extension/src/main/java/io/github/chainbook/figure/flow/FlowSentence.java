package io.github.chainbook.figure.flow;

import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Hop.Entry;
import io.github.chainbook.topology.flow.Hop.Exit;
import io.github.chainbook.topology.flow.Way;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Said;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in sentences what becomes of a flow: one for each way. */
public final class FlowSentence {

  private final Names names;
  private final FlowWalk walk;
  private final Messages words;
  private final Lists lists;

  private FlowSentence(Names names, FlowWalk walk) {
    this.names = names;
    this.walk = walk;
    this.words = names.words();
    this.lists = new Lists(words);
  }

  /** All ways of a walk. */
  public static String of(Names names, FlowWalk walk) {
    FlowSentence sentence = new FlowSentence(names, walk);
    List<String> ways = walk.ways().stream().map(sentence::way).toList();
    return sentence.lists.joined("join.sentences", ways);
  }

  /** One hop, without a full stop; of one where nothing else happens, that it comes in. */
  public static String of(Names names, Passage passage) {
    FlowSentence sentence = new FlowSentence(names, null);
    Hop hop = passage.hop();
    List<String> clauses = sentence.hop(hop, passage.before());
    return clauses.isEmpty() && hop.entry() instanceof Entry.Arrived arrived
        ? sentence.comesIn(hop, arrived)
        : sentence.lists.joined("join.clauses", clauses);
  }

  private String comesIn(Hop hop, Entry.Arrived arrived) {
    Map<String, Said> slots = words.slots("namespace", hop.namespace(), "device", arrived.device());
    if (hop.isAnswer()) {
      slots.put("answer", Said.kind("given"));
    }
    return say("flow.comes-in", slots);
  }

  private String say(String key, Map<String, Said> slots) {
    return Phrase.text(words.say(key, slots));
  }

  private String way(Way way) {
    List<String> clauses = new ArrayList<>();
    Optional<Hop> before = Optional.empty();
    for (Hop hop : walk.hopsOf(way)) {
      clauses.addAll(hop(hop, before));
      before = Optional.of(hop);
    }
    clauses.add(end(way));
    String text = lists.joined("join.clauses", clauses);
    if (walk.ways().size() == 1) {
      return words.text("flow.sentence", "clauses", text);
    }
    List<String> when = new ArrayList<>();
    way.share().ifPresent(share -> when.add(Passage.percent(share, words)));
    way.conditions().forEach(condition -> when.add(condition.in(words)));
    int number = walk.ways().indexOf(way) + 1;
    Map<String, Said> slots =
        words.slots("way", number, "ways", walk.ways().size(), "clauses", text);
    if (!when.isEmpty()) {
      slots.put("when", Said.name(lists.joined("join.items", when)));
    }
    return say("flow.sentence.way", slots);
  }

  private List<String> hop(Hop hop, Optional<Hop> before) {
    List<String> clauses = new ArrayList<>();
    entry(hop, before).ifPresent(clauses::add);
    Map<Hook, List<TraceStep>> effects = Effect.of(hop.trace());
    List<TraceStep> told =
        effects.values().stream()
            .flatMap(List::stream)
            .filter(step -> walk == null || !Effect.ends(hop.trace(), step))
            .toList();
    told.forEach(step -> clauses.add(effect(hop, step)));
    if (effects.isEmpty()) {
      Effect.passing(hop.trace()).stream()
          .map(TraceStep::hook)
          .distinct()
          .forEach(
              hook ->
                  clauses.add(
                      words.text("flow.passes", "hook", hook, "namespace", hop.namespace())));
    }
    if (hop.exit() instanceof Exit.Delivered delivered) {
      String process = delivered.process().name();
      int last = clauses.size() - 1;
      if (!told.isEmpty() && Effect.chooses(told.get(told.size() - 1))) {
        String where =
            words.text("flow.where-listens", "clause", clauses.get(last), "process", process);
        clauses.set(last, where);
      } else {
        clauses.add(
            words.text(
                "flow.delivered",
                "process",
                process,
                "namespace",
                hop.namespace(),
                "socket",
                delivered.socket()));
      }
    }
    return clauses;
  }

  private Optional<String> entry(Hop hop, Optional<Hop> before) {
    if (hop.entry() instanceof Entry.Opened opened) {
      return Optional.of(opens(hop, opened, before));
    }
    if (hop.entry() instanceof Entry.Answered answered) {
      String who = answered.process().name();
      return Optional.of(
          words.text("flow.answers", "process", who, "to", HopLabel.destination(hop)));
    }
    Entry.Arrived arrived = (Entry.Arrived) hop.entry();
    if (arrived.service().isPresent()) {
      return Optional.of(
          words.text(
              "flow.goes-to",
              "service",
              arrived.service().get(),
              "to",
              hop.packet().destination() + port(hop),
              "namespace",
              hop.namespace()));
    }
    return arrivesAtOwner(hop, before) ? Optional.empty() : Optional.of(comesIn(hop, arrived));
  }

  private String opens(Hop hop, Entry.Opened opened, Optional<Hop> before) {
    Map<String, Said> slots =
        words.slots("process", names.of(opened.process()), "to", names.of(opened.to()));
    if (before.filter(b -> b.namespace().equals(hop.namespace())).isEmpty()) {
      slots.put("namespace", Said.name(hop.namespace()));
    }
    HopLabel.chosenSource(names, hop)
        .ifPresent(source -> slots.put("source", Said.name(source.toString())));
    return say("flow.opens", slots);
  }

  // Where it was to go has been said already.
  private boolean arrivesAtOwner(Hop hop, Optional<Hop> before) {
    return before
        .filter(b -> !hop.isAnswer())
        .filter(b -> b.packet().destination().equals(hop.packet().destination()))
        .flatMap(b -> names.owner(hop.packet().destination()))
        .filter(hop.namespace()::equals)
        .isPresent();
  }

  private static String port(Hop hop) {
    int port = HopLabel.port(hop);
    return port > 0 ? ":" + port : "";
  }

  private String effect(Hop hop, TraceStep step) {
    String key = step.rule().isEmpty() ? "flow.policy-acts" : "flow.rule-acts";
    return words.text(
        key,
        "hook",
        step.hook(),
        "namespace",
        hop.namespace(),
        "does",
        StepWords.verb(step, words));
  }

  private String end(Way way) {
    String key = "flow.ends." + way.ending().word();
    return words.text(key, "namespace", way.namespace(), "reason", way.reason().in(words));
  }
}
