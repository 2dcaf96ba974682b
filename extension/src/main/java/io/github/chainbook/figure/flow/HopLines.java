package io.github.chainbook.figure.flow;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.Link;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.flow.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What figures say of a hop, line by line, with links to where more is said. */
public final class HopLines {

  private final Names names;
  private final Links links;

  /**
   * Words for hops.
   *
   * @param names how the topology's parts are called
   * @param links where they lead
   */
  public HopLines(Names names, Links links) {
    this.names = names;
    this.links = links;
  }

  /**
   * {@code 4 tcp fortio-server-l2:8080}: what stands beside the hop's arrow, with a link to its
   * row.
   *
   * @param several whether the figure shows several flows, so that their numbers are needed
   */
  public Line label(Flow flow, Passage passage, boolean several) {
    String number = (several ? flow.number() + "." : "") + passage.hop().number();
    return label(flow, passage, number + " " + HopLabel.of(names, passage.hop()));
  }

  /** Another text with the same link. */
  public Line label(Flow flow, Passage passage, String text) {
    Hop hop = passage.hop();
    Optional<Link> link = links.hop(flow.number(), hop, FlowSentence.of(names, passage));
    return new Line(Line.Tone.PLAIN, text, link);
  }

  /**
   * What rules did to the packet: for each hook where they did something, its name and the rules.
   */
  public List<List<Line>> acting(Hop hop) {
    List<List<Line>> hooks = new ArrayList<>();
    Effect.of(hop.trace())
        .forEach(
            (hook, steps) -> {
              List<Line> lines = new ArrayList<>();
              lines.add(Line.head(hook.toString()));
              for (TraceStep step : steps) {
                lines.add(Line.plain(StepWords.action(step, names.words())));
                lines.add(new Line(Line.Tone.PLAIN, StepWords.rule(step), link(hop, step)));
              }
              hooks.add(lines);
            });
    return hooks;
  }

  /** The rules that let it pass, where none did anything; none if no rule matched. */
  public List<Line> passing(Hop hop) {
    if (!Effect.of(hop.trace()).isEmpty()) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    for (TraceStep step : Effect.passing(hop.trace())) {
      String text = StepWords.rule(step) + " " + StepWords.action(step, names.words());
      lines.add(new Line(Line.Tone.SOFT, text, link(hop, step)));
    }
    return lines;
  }

  /** Where what ended a packet's way stands: a rule, or the chain of a policy. */
  public Optional<Link> ended(Hop hop) {
    return hop.trace()
        .by()
        .filter(step -> Effect.ends(hop.trace(), step))
        .flatMap(s -> link(hop, s));
  }

  private Optional<Link> link(Hop hop, TraceStep step) {
    return Optional.ofNullable(names.topology().namespaces().get(hop.namespace()))
        .flatMap(namespace -> links.step(namespace, hop, step));
  }
}
