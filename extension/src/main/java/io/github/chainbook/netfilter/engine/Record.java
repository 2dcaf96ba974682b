package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a walk writes down, and the trace that is made of it. */
final class Record {

  private static final List<String> HEADER_TARGETS = List.of("TOS", "DSCP", "ECN", "TTL", "HL");

  private final Skb skb;
  private final Backend backend;
  private final List<TraceStep> steps = new ArrayList<>(16);
  private final List<HookPassage> hooks = new ArrayList<>(4);

  /** How many steps there were when the hook began that the packet is at. */
  private int before;

  /** How many steps there were when the packet came to the table that it is in. */
  private int table;

  /** The header as the last step saw it. */
  private Header last;

  private Header entry;

  /** The hook that the packet is at; null between hooks. */
  private Hook hook;

  private String in;
  private String out;
  private String note;

  Record(Skb skb, Backend backend) {
    this.skb = skb;
    this.backend = backend;
  }

  void begin() {
    in = named(skb.in);
    out = named(skb.out);
    hook = skb.hook;
    before = steps.size();
    last = null;
  }

  void pass() {
    hooks.add(new HookPassage(hook, in, named(skb.out), true));
    hook = null;
  }

  private static String named(String device) {
    return device.isEmpty() ? null : device;
  }

  void enterTable() {
    entry = null;
    table = steps.size();
  }

  // nf_tables shows the header with the first event of a chain, when that rule has acted.
  void step(TraceStep step) {
    if (backend == Backend.NFT && steps.size() == table + 1) {
      entry = skb.header();
    }
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
    if (skb.taker != null && skb.machine.environment().mode() == Environment.Mode.PATH) {
      note = "where a packet goes that TPROXY took depends on ip rule and ip route";
    }
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

  Trace dropped() {
    boolean stepped = steps.size() > before;
    Optional<TraceStep> by = stepped ? lastStep() : Optional.empty();
    Verdict verdict = by.isEmpty() ? Verdict.DROP : Endings.verdict(by.get());
    freeze();
    Header seen = stepped ? seen() : skb.header();
    if (by.isEmpty() || by.get().policy() != null && !by.get().policy().equals("DROP")) {
      note = note != null ? note : "dropped in the hook by no rule";
    }
    return trace(verdict, by, seen);
  }

  // Of what a rule of the same chain changed of these two nothing is known from nf_tables.
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
        last.markBits(),
        rewritten ? Header.NOT_KNOWN : entry.tos(),
        rewritten ? Header.NOT_KNOWN : entry.ttl(),
        last.in(),
        last.out());
  }

  private Trace trace(Verdict verdict, Optional<TraceStep> by, Header end) {
    if (hook != null) {
      hooks.add(new HookPassage(hook, in, out, false));
    }
    return Endings.trace(skb, verdict, by, steps, hooks, end, note);
  }
}
