package io.github.chainbook.topology.kernel;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Hop.Entry;
import io.github.chainbook.topology.flow.Hop.Exit;
import io.github.chainbook.topology.flow.Way;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** What is to happen on a way that was walked. */
final class WalkedFlow {

  private final Flow flow;
  private final Way way;
  private final List<Hop> hops;

  /** Whether who opens a connection gets to know that it is refused. */
  private final boolean tellsRefusals;

  WalkedFlow(FlowWalk walk, Way way, boolean tellsRefusals) {
    this.flow = walk.flow();
    this.way = way;
    this.hops = walk.hopsOf(way);
    this.tellsRefusals = tellsRefusals;
  }

  /** What is to happen. */
  Happening happening() {
    List<String> connections = new ArrayList<>();
    Map<String, List<String>> passages = new LinkedHashMap<>();
    Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      if (hop.entry() instanceof Entry.Opened opened) {
        connections.add(opened(hop, opened, end(i)));
      }
      if (!hop.isAnswer() && !hop.trace().hooks().isEmpty()) {
        passages.computeIfAbsent(hop.namespace(), any -> new ArrayList<>()).add(passage(hop));
      }
      count(hop, counts.computeIfAbsent(hop.namespace(), any -> new LinkedHashMap<>()));
      if (hop.exit() instanceof Exit.Delivered delivered && isAnswered(i)) {
        connections.add(accepted(hop, delivered));
      }
    }
    return new Happening(connections, passages, counts, way.ending() == Flow.Ending.ARRIVES);
  }

  // The answers that are shown are those that do not come back.
  private boolean isAnswered(int delivered) {
    return delivered == hops.size() - 1 || !hops.get(delivered + 1).isAnswer();
  }

  /** How the connection that was opened at a hop ends for who opened it. */
  private String end(int from) {
    for (int i = from; i < hops.size(); i++) {
      if (i > from && hops.get(i).entry() instanceof Entry.Opened) {
        break;
      }
      if (hops.get(i).exit() instanceof Exit.Delivered) {
        return isAnswered(i) ? "ok" : "timeout";
      }
    }
    return switch (way.ending()) {
      // The sender of a datagram is told that it may not be sent.
      case DROPPED -> flow.protocol() == Protocols.UDP ? "timeout|eperm" : "timeout";
      case REJECTED -> "refused|unreachable" + (tellsRefusals ? "" : "|timeout");
      case REFUSED -> "refused" + (tellsRefusals ? "" : "|timeout");
      case LOST -> "unreachable|timeout";
      case LEAVES -> "timeout";
      default -> way.ending().word();
    };
  }

  private String opened(Hop hop, Entry.Opened opened, String end) {
    return "opened by %s/%s from %s to %s: %s"
        .formatted(
            hop.namespace(),
            opened.process().map(process -> process.name()).or(flow::process).orElse(null),
            source(hop.packet().source()),
            opened.to(),
            end);
  }

  private String accepted(Hop hop, Exit.Delivered delivered) {
    Address source = hop.trace().last().source();
    return "accepted by %s/%s at %s from %s as %s, originally %s"
        .formatted(
            hop.namespace(),
            delivered.process().name(),
            delivered.socket(),
            source(Optional.ofNullable(source)),
            delivered.at(),
            flow.protocol() == Protocols.UDP ? Happening.ANY : destination(hop));
  }

  private static String source(Optional<Address> source) {
    return source.map(Address::toString).orElse(Happening.ANY);
  }

  private static Endpoint destination(Hop hop) {
    long port = hop.packet().numbers().get(Field.DESTINATION_PORT);
    return new Endpoint(hop.packet().destination(), (int) port);
  }

  private static String passage(Hop hop) {
    StringJoiner words = new StringJoiner(" ");
    words.add(source(hop.packet().source())).add(destination(hop).toString());
    for (HookPassage hook : hop.trace().hooks()) {
      words.add(RealFlow.hook(hook.hook().name(), hook.in(), hook.out()));
    }
    for (TraceStep step : hop.trace().steps()) {
      words.add(RealFlow.step(step.hook(), step.table(), step.chain(), what(step)));
    }
    return words.toString();
  }

  private static void count(Hop hop, Map<String, Integer> counts) {
    String family = hop.packet().family() == Family.IPV4 ? "4 " : "6 ";
    for (TraceStep step : hop.trace().steps()) {
      if (step.type() != TraceStep.Type.RETURN) {
        counts.merge(
            family + step.table() + " " + step.chain() + " " + what(step), 1, Integer::sum);
      }
    }
  }

  private static String what(TraceStep step) {
    return step.rule().map(rule -> String.valueOf(rule.number())).orElse(step.type().word());
  }
}
