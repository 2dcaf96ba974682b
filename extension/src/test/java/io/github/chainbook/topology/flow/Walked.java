package io.github.chainbook.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.outline.Outcome;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.words.EnglishWords;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.PseudoLanguage;
import io.github.chainbook.words.Saying;
import java.util.ArrayList;
import java.util.List;

/** What came of a flow, in words that tests compare. */
record Walked(FlowWalk walk) {

  private static final Messages PSEUDO = PseudoLanguage.messages();

  /** The only way's hops. */
  List<String> hops() {
    if (walk.ways().size() != 1) {
      throw new AssertionError(walk.ways().toString());
    }
    return hops(0);
  }

  List<String> hops(int way) {
    return walk.hopsOf(walk.ways().get(way)).stream().map(Walked::words).toList();
  }

  /** How the only way ends, and why. */
  String end() {
    hops();
    return end(walk.ways().get(0));
  }

  List<String> ends() {
    return walk.ways().stream().map(Walked::end).toList();
  }

  Ending ending() {
    hops();
    return walk.ways().get(0).ending();
  }

  // In another language nothing but names may be left of the English reason.
  private static String end(Way way) {
    String names = String.join(" ", names(way.reason()));
    assertThat(EnglishWords.in(List.of(way.reason().in(PSEUDO)), names)).isEmpty();
    return way.ending().word()
        + " in "
        + way.namespace()
        + ": "
        + way.reason().in(Messages.english());
  }

  /** What must be so for each way. */
  List<List<String>> conditions() {
    return walk.ways().stream()
        .map(way -> way.conditions().stream().map(what -> what.in(Messages.english())).toList())
        .toList();
  }

  private static List<String> names(Saying saying) {
    List<String> names = new ArrayList<>();
    saying
        .slots()
        .forEach(
            (slot, value) -> {
              if (value instanceof Saying inner) {
                names.addAll(names(inner));
              } else if (value instanceof List<?> all) {
                all.forEach(one -> names.add(one.toString()));
              } else if (!slot.equals(Saying.OTHERWISE)) {
                names.add(value.toString());
              }
            });
    assertThat(names).noneMatch(name -> name.contains(" "));
    return names;
  }

  List<String> problems() {
    return walk.problems().stream().map(Diagnostic::toString).toList();
  }

  /**
   * {@code server: eth0, from 10.0.0.1, to 10.0.0.2:80 | nat PREROUTING 1 | to app 8080}: entry,
   * ends of the packet as it came, the rules that decided, exit with what it is for in the end.
   */
  static String words(Hop hop) {
    String entry =
        hop.entry() instanceof Hop.Entry.Opened opened
            ? opened.process().map(p -> p.name()).orElse("somebody")
                + opened.accepted().map(socket -> " for " + socket).orElse("")
            : hop.entry() instanceof Hop.Entry.Answered answered
                ? answered.process().name() + " answers"
                : device((Hop.Entry.Arrived) hop.entry());
    List<String> rules =
        Outcome.of(hop.trace()).deciding().stream()
            .filter(step -> step.rule().isPresent())
            .map(Walked::rule)
            .toList();
    String exit =
        hop.exit() instanceof Hop.Exit.Delivered to
            ? to.process().name() + " " + to.socket() + " at " + to.at()
            : hop.exit() instanceof Hop.Exit.Sent sent
                ? sent.device()
                    + " from "
                    + hop.trace().last().source()
                    + " to "
                    + hop.trace().last().to()
                : "end";
    return hop.namespace()
        + ": "
        + entry
        + ", "
        + hop.packet().source().map(Object::toString).orElse("*")
        + " to "
        + Packets.destination(hop.packet())
        + " | "
        + String.join(", ", rules)
        + " | "
        + exit;
  }

  private static String device(Hop.Entry.Arrived arrived) {
    return arrived.device() + arrived.service().map(name -> " by " + name).orElse("");
  }

  private static String rule(TraceStep step) {
    return step.chain() + " " + step.rule().orElseThrow().number();
  }
}
