package io.github.chainbook.figure.flow;

import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Hop.Entry;
import io.github.chainbook.topology.flow.Hop.Exit;
import io.github.chainbook.topology.flow.Way;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in sentences what becomes of a flow: one for each way. */
public final class FlowSentence {

  private final Names names;
  private final FlowWalk walk;

  private FlowSentence(Names names, FlowWalk walk) {
    this.names = names;
    this.walk = walk;
  }

  /** All ways of a walk. */
  public static String of(Names names, FlowWalk walk) {
    FlowSentence sentence = new FlowSentence(names, walk);
    List<String> ways = walk.ways().stream().map(sentence::way).toList();
    return String.join(" ", ways);
  }

  /** One hop, without a full stop; of one where nothing else happens, that it comes in. */
  public static String of(Names names, Passage passage) {
    Hop hop = passage.hop();
    List<String> parts = new FlowSentence(names, null).hop(hop, passage.before());
    return parts.isEmpty() && hop.entry() instanceof Entry.Arrived arrived
        ? comesIn(hop, arrived)
        : String.join("; ", parts);
  }

  private static String comesIn(Hop hop, Entry.Arrived arrived) {
    String what = hop.isAnswer() ? "the answer" : "it";
    return hop.namespace() + " gets " + what + " by " + arrived.device();
  }

  private String way(Way way) {
    List<String> parts = new ArrayList<>();
    Optional<Hop> before = Optional.empty();
    for (Hop hop : walk.hopsOf(way)) {
      parts.addAll(hop(hop, before));
      before = Optional.of(hop);
    }
    parts.add(end(way));
    String text = String.join("; ", parts);
    return start(way) + text + ".";
  }

  private String start(Way way) {
    if (walk.ways().size() == 1) {
      return "";
    }
    List<String> when = new ArrayList<>();
    way.share().ifPresent(share -> when.add(Passage.percent(share)));
    way.conditions().forEach(when::add);
    String number = "Way " + (walk.ways().indexOf(way) + 1) + " of " + walk.ways().size();
    return number + (when.isEmpty() ? "" : " (" + String.join(", ", when) + ")") + ": ";
  }

  private List<String> hop(Hop hop, Optional<Hop> before) {
    List<String> parts = new ArrayList<>();
    String entry = entry(hop, before);
    if (!entry.isEmpty()) {
      parts.add(entry);
    }
    Map<Hook, List<TraceStep>> effects = Effect.of(hop.trace());
    List<TraceStep> told =
        effects.values().stream()
            .flatMap(List::stream)
            .filter(step -> walk == null || !Effect.ends(hop.trace(), step))
            .toList();
    told.forEach(step -> parts.add(effect(hop, step)));
    if (effects.isEmpty()) {
      Effect.passing(hop.trace()).stream()
          .map(TraceStep::hook)
          .distinct()
          .forEach(hook -> parts.add(hook + " of " + hop.namespace() + " lets it pass unchanged"));
    }
    if (hop.exit() instanceof Exit.Delivered delivered) {
      String process = delivered.process().name();
      int last = parts.size() - 1;
      if (!told.isEmpty() && Effect.chooses(told.get(told.size() - 1))) {
        parts.set(last, parts.get(last) + ", where " + process + " listens");
      } else {
        parts.add(
            process
                + " of "
                + hop.namespace()
                + ", listening at "
                + delivered.socket()
                + ", gets it");
      }
    }
    return parts;
  }

  private String entry(Hop hop, Optional<Hop> before) {
    if (hop.entry() instanceof Entry.Opened opened) {
      String who = Names.of(opened.process());
      boolean same = before.filter(b -> b.namespace().equals(hop.namespace())).isPresent();
      String from = HopLabel.chosenSource(names, hop).map(s -> ", from " + s + ",").orElse("");
      return who
          + (same ? "" : " in " + hop.namespace())
          + from
          + " connects to "
          + names.of(opened.to());
    }
    if (hop.entry() instanceof Entry.Answered answered) {
      return answered.process().name() + " answers " + HopLabel.destination(hop);
    }
    Entry.Arrived arrived = (Entry.Arrived) hop.entry();
    String to = hop.packet().destination() + port(hop);
    return arrived
        .service()
        .map(service -> "for service " + service + " it goes to " + to + " in " + hop.namespace())
        .orElseGet(() -> arrivesAtOwner(hop, before) ? "" : comesIn(hop, arrived));
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

  private static String effect(Hop hop, TraceStep step) {
    String who =
        (step.rule().isEmpty() ? "the policy of " : "") + step.hook() + " of " + hop.namespace();
    return who + " " + StepWords.verb(step);
  }

  private static String end(Way way) {
    String reason = way.reason().isEmpty() ? "" : ": " + way.reason();
    return way.ending() == Ending.ARRIVES
        ? ending(way.ending())
        : ending(way.ending()) + where(way) + reason;
  }

  private static String where(Way way) {
    return (way.ending() == Ending.LEAVES ? " from " : " in ") + way.namespace();
  }

  private static String ending(Ending ending) {
    return switch (ending) {
      case ARRIVES -> "it arrives";
      case DROPPED, REJECTED, REFUSED, LOST -> "it is " + ending.word();
      case LOOPS -> "it loops";
      case LEAVES -> "it leaves";
      case UNKNOWN -> "how it goes on is not known";
    };
  }
}
