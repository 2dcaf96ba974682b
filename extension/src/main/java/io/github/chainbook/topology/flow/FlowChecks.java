package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.outline.ShortWalk;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Flow.Expected;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what comes of a flow with what its author says. Diagnostics are in English. */
final class FlowChecks {

  private FlowChecks() {}

  /** What is not so: how it ends, and claims. Both must hold on all ways. */
  static List<Diagnostic> of(Flow flow, List<Hop> hops, List<Way> ways) {
    List<Diagnostic> problems = new ArrayList<>();
    List<Way> wrong = ways.stream().filter(way -> !isExpected(flow.expected(), way)).toList();
    if (!wrong.isEmpty()) {
      String message = message(flow, hops, wrong.get(0)) + others(wrong.size() - 1, ways.size());
      problems.add(Diagnostic.error("flow-ends", flow.position(), message));
    }
    for (Gap gap : Gap.of(flow)) {
      ways.stream()
          // What a way does not come to is not claimed of it where its end is wrong already.
          .filter(way -> !wrong.contains(way) || lastLeg(hops, way) > gap.lastLeg())
          .map(way -> failing(gap, hops, way).map(claim -> failure(flow, hops, way, gap, claim)))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(problems::add);
    }
    return problems;
  }

  private static boolean isExpected(Expected expected, Way way) {
    return way.ending() == expected.ending()
        && expected.namespace().map(way.namespace()::equals).orElse(true);
  }

  private static String name(Flow flow) {
    return "flow " + flow.number() + " '" + flow.text() + "'";
  }

  private static String message(Flow flow, List<Hop> hops, Way way) {
    Expected expected = flow.expected();
    String wanted =
        switch (expected.ending()) {
              case ARRIVES -> "is to arrive";
              case LOOPS -> "is to loop";
              case LEAVES -> "is to leave";
              case UNKNOWN -> "is to have an end that is not known";
              default -> "is to be " + expected.ending().word();
            }
            + expected.namespace().map(name -> " in " + name).orElse("");
    String found =
        switch (way.ending()) {
          case ARRIVES, LOOPS, LEAVES -> "but " + way.ending().word();
          case UNKNOWN -> "but nobody knows how it ends";
          default -> "but is " + way.ending().word();
        };
    return name(flow)
        + " "
        + wanted
        + ", "
        + found
        + where(hops, way)
        + ": "
        + way.reason().in(Messages.english())
        + conditions(way)
        + walk(hops, way);
  }

  private static String where(List<Hop> hops, Way way) {
    return (way.hops().isEmpty() ? "" : " at step " + last(hops, way).number())
        + " in "
        + way.namespace();
  }

  private static Hop last(List<Hop> hops, Way way) {
    return hops.get(way.hops().get(way.hops().size() - 1) - 1);
  }

  private static String conditions(Way way) {
    if (way.conditions().isEmpty()) {
      return "";
    }
    Messages english = Messages.english();
    List<String> all = way.conditions().stream().map(what -> what.in(english)).toList();
    return ", if " + String.join(" and ", all);
  }

  // Of the last namespace that has rules for it.
  private static String walk(List<Hop> hops, Way way) {
    for (int i = way.hops().size() - 1; i >= 0; i--) {
      Hop hop = hops.get(way.hops().get(i) - 1);
      if (!hop.trace().steps().isEmpty()) {
        String where =
            hop.namespace().equals(way.namespace()) ? "" : "in " + hop.namespace() + ": ";
        return "; " + where + ShortWalk.of(hop.trace());
      }
    }
    return "";
  }

  private static String others(int more, int all) {
    return more == 0 ? "" : "; so do " + more + " more of " + all + " ways";
  }

  private static int lastLeg(List<Hop> hops, Way way) {
    return way.hops().isEmpty() ? 1 : last(hops, way).leg();
  }

  // The first claim that does not hold.
  private static Optional<Flow.Part.Claim> failing(Gap gap, List<Hop> hops, Way way) {
    List<Hop> some =
        way.hops().stream()
            .map(number -> hops.get(number - 1))
            .filter(hop -> hop.leg() >= gap.firstLeg() && hop.leg() <= gap.lastLeg())
            .toList();
    return gap.firstFailing(some);
  }

  private static Diagnostic failure(
      Flow flow, List<Hop> hops, Way way, Gap gap, Flow.Part.Claim claim) {
    String given =
        String.join(
            ", then ",
            way.hops().stream()
                .map(number -> hops.get(number - 1))
                .filter(hop -> hop.leg() >= gap.firstLeg() && hop.leg() <= gap.lastLeg())
                .map(Gap::delivered)
                .flatMap(Optional::stream)
                .toList());
    String what = given.isEmpty() ? "no socket gets a connection there" : "it is given to " + given;
    boolean first = gap.claims().get(0).equals(claim);
    return Diagnostic.error(
        "flow-claim",
        claim.position(),
        name(flow)
            + " does not come to '"
            + claim.text()
            + "'"
            + (first ? "" : " after what is claimed before it")
            + conditions(way)
            + ": "
            + what
            + (way.ending() == Ending.ARRIVES ? "" : "; it ends" + where(hops, way)));
  }
}
