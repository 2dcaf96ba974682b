package io.github.chainbook.netfilter.outline;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.TraceStep.Change;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Said;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of a packet.
 *
 * @param kind what it was turned into, or what its sender gets to know
 * @param details translations, or what else the kind has
 * @param deciding the steps that made it so: rules that translated it and the one that gave the
 *     verdict; where all that was left to a policy, the last rule that it matched and the policy
 */
public record Outcome(Kind kind, List<String> details, List<TraceStep> deciding) {

  /** The kinds of outcomes. */
  public enum Kind {
    /** Several are possible; the detail is how many. */
    POSSIBLE,
    /** Its sender gets an answer; the detail is which. */
    ANSWERED,
    /** It is rejected without an answer. */
    REFUSED,
    /** It is dropped, after what translations there are. */
    DROPPED,
    /** It goes no further; the detail, if there is one, is why. */
    LOST,
    /** It passes with these translations. */
    TRANSLATED,
    /** It passes. */
    UNCHANGED
  }

  public Outcome {
    details = List.copyOf(details);
    deciding = List.copyOf(deciding);
  }

  /** The outcome of a trace; an undecided one has no single outcome. */
  public static Outcome of(Trace trace) {
    List<TraceStep> acted = trace.steps().stream().filter(s -> translation(s).isPresent()).toList();
    List<String> translated = acted.stream().map(s -> translation(s).orElseThrow()).toList();
    Kind kind = kind(trace, !translated.isEmpty());
    List<String> details =
        switch (kind) {
          case POSSIBLE -> List.of(String.valueOf(trace.branches().size()));
          case ANSWERED -> List.of(trace.response().orElseThrow().toString());
          case LOST -> trace.note().stream().toList();
          default -> translated;
        };
    return new Outcome(kind, details, deciding(trace, acted));
  }

  /** The outcome in a few words; {@code unchanged} where a packet simply passes. */
  public String result(Messages messages) {
    List<List<Phrase>> said =
        details.stream().map(detail -> List.<Phrase>of(new Phrase.Key(detail))).toList();
    Object[] slots = new Object[0];
    if (kind == Kind.LOST && !details.isEmpty()) {
      slots = new Object[] {"detail", Traces.note(details.get(0), messages)};
    } else if (!details.isEmpty()) {
      Said detail = new Said("given", new Lists(messages).pairs("join.then", said));
      slots = new Object[] {"detail", detail};
    }
    return messages.text("outcome." + kind.name().toLowerCase(Locale.ROOT), slots);
  }

  /** The verdict as it is written: {@code NOT-SENT}. */
  public static String word(Verdict verdict) {
    return verdict.name().replace('_', '-');
  }

  /** {@code REDIRECT 127.0.0.1:15001}, where this step translated the packet. */
  public static Optional<String> translation(TraceStep step) {
    return step.changes().stream()
        .filter(Outcome::isTranslation)
        .findFirst()
        .map(change -> step.target().orElse("") + " " + change.to());
  }

  /** Whether an address or a port changed. */
  public static boolean isTranslation(Change change) {
    return change.to() instanceof Endpoint;
  }

  private static Kind kind(Trace trace, boolean translated) {
    return switch (trace.verdict()) {
      case UNDECIDED -> Kind.POSSIBLE;
      case REJECT -> trace.response().isPresent() ? Kind.ANSWERED : Kind.REFUSED;
      case DROP -> Kind.DROPPED;
      case UNROUTED, NOT_SENT -> Kind.LOST;
      default -> translated ? Kind.TRANSLATED : Kind.UNCHANGED;
    };
  }

  private static List<TraceStep> deciding(Trace trace, List<TraceStep> acted) {
    if (trace.by().isEmpty()) {
      return acted;
    }
    TraceStep by = trace.by().get();
    boolean refused = trace.verdict() != Verdict.ACCEPT;
    if (!acted.isEmpty() && !refused) {
      boolean rule = by.rule().isPresent() && !acted.contains(by);
      return rule ? plus(acted, by) : acted;
    }
    if (refused || by.rule().isPresent()) {
      return List.of(by);
    }
    // A policy says little: the last rule that matched says why nothing else did.
    List<TraceStep> rules = trace.steps().stream().filter(s -> s.rule().isPresent()).toList();
    return rules.isEmpty() ? List.of(by) : List.of(rules.get(rules.size() - 1), by);
  }

  private static List<TraceStep> plus(List<TraceStep> steps, TraceStep last) {
    List<TraceStep> all = new java.util.ArrayList<>(steps);
    all.add(last);
    return all;
  }
}
