package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a walk writes down, and the trace that is made of it. */
final class Record {

  private static final List<String> HEADER_TARGETS = List.of("TOS", "DSCP", "ECN", "TTL", "HL");

  private final Skb skb;
  private final Backend backend;
  private final Header sent;
  private final List<TraceStep> steps = new ArrayList<>(16);
  private final List<HookPassage> hooks = new ArrayList<>(4);

  /** How many steps there were when the hook began that the packet is at. */
  private int before;

  /** The header as the last step saw it. */
  private Header last;

  private Header entry;
  private String note;

  Record(Skb skb, Backend backend) {
    this.skb = skb;
    this.backend = backend;
    this.sent = skb.header();
  }

  void begin() {
    hooks.add(new HookPassage(skb.hook, named(skb.in), named(skb.out), false));
    before = steps.size();
    last = null;
  }

  void pass() {
    HookPassage begun = hooks.get(hooks.size() - 1);
    hooks.set(hooks.size() - 1, new HookPassage(begun.hook(), begun.in(), named(skb.out), true));
  }

  private static String named(String device) {
    return device.isEmpty() ? null : device;
  }

  void enterTable() {
    entry = null;
    if (backend == Backend.NFT) {
      entry = skb.header();
    }
  }

  void step(TraceStep step) {
    steps.add(step);
    last = null;
  }

  /** Keeps the header as the last step saw it, before something changes it. */
  void freeze() {
    if (last == null) {
      last = skb.header();
    }
  }

  void changed(List<TraceStep.Change> changes) {
    int at = steps.size() - 1;
    steps.set(at, steps.get(at).changing(changes));
  }

  void note(String text) {
    note = text;
  }

  private Optional<TraceStep> lastStep() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }

  Trace accepted() {
    Optional<TraceStep> by = lastStep();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).table().equals("filter")) {
        by = Optional.of(steps.get(i));
        break;
      }
    }
    return trace(Verdict.ACCEPT, by, skb.header());
  }

  Trace unrouted(String why) {
    note = why;
    return trace(Verdict.UNROUTED, Optional.empty(), skb.header());
  }

  Trace notSent(String why) {
    note = why;
    return trace(Verdict.NOT_SENT, Optional.empty(), null);
  }

  Trace dropped() {
    boolean stepped = steps.size() > before;
    Optional<TraceStep> by = stepped ? lastStep() : Optional.empty();
    Verdict verdict =
        by.flatMap(TraceStep::target)
            .map(
                target ->
                    switch (target) {
                      case "REJECT" -> Verdict.REJECT;
                      case "NFQUEUE" -> Verdict.NFQUEUE;
                      case "QUEUE" -> Verdict.QUEUE;
                      case "SYNPROXY" -> Verdict.SYNPROXY;
                      default -> Verdict.DROP;
                    })
            .orElse(Verdict.DROP);
    freeze();
    Header seen = stepped ? seen() : skb.header();
    if (by.isEmpty() || by.get().policy() != null && !by.get().policy().equals("DROP")) {
      note = note != null ? note : "dropped in the hook by no rule";
    }
    return trace(verdict, by, seen);
  }

  // nf_tables shows the header as it was when the packet came into the chain; of what a rule of
  // the same chain changed nothing is known from it.
  private Header seen() {
    if (entry == null) {
      return last;
    }
    TraceStep by = steps.get(steps.size() - 1);
    boolean rewritten =
        steps.subList(before, steps.size()).stream()
            .anyMatch(
                s ->
                    s.table().equals(by.table())
                        && s.target().filter(HEADER_TARGETS::contains).isPresent());
    return new Header(
        entry.source(),
        entry.destination(),
        entry.sourcePort(),
        entry.destinationPort(),
        last.mark(),
        rewritten ? Header.NOT_KNOWN : entry.tos(),
        rewritten ? Header.NOT_KNOWN : entry.ttl(),
        last.in(),
        last.out());
  }

  private Trace trace(Verdict verdict, Optional<TraceStep> by, Header end) {
    Optional<Endpoint> from =
        end == null || end.from().equals(sent.from()) ? Optional.empty() : Optional.of(end.from());
    Optional<Endpoint> to =
        end == null || end.to().equals(sent.to()) ? Optional.empty() : Optional.of(end.to());
    return new Trace(
        verdict,
        by,
        steps,
        hooks,
        end,
        from,
        to,
        Optional.ofNullable(verdict == Verdict.REJECT ? skb.response : null),
        Optional.ofNullable(note),
        List.of(),
        List.of(),
        OptionalDouble.empty());
  }

  /** The hook that the packet is at. */
  Hook hook() {
    return skb.hook;
  }
}
