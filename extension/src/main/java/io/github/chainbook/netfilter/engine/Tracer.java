package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.Truth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a machine with these rules does to packets. It can be asked by several threads. */
public final class Tracer {

  private static final int ACK = 16;
  private static final int SYN = 2;
  private static final int FIN = 1;
  private static final int RST = 4;

  private final Map<Family, Program> programs = new EnumMap<>(Family.class);
  private final Machine machine;
  private final Backend backend;
  private final ChangedSets sets;

  /**
   * Makes a tracer.
   *
   * @param rulesets the rules, of one family or of both
   * @param machine the machine that loads them
   * @param backend with which back end it does
   */
  public Tracer(List<Ruleset> rulesets, Machine machine, Backend backend) {
    this.machine = machine;
    this.backend = backend;
    this.sets = ChangedSets.by(rulesets);
    for (Ruleset ruleset : rulesets) {
      programs.put(ruleset.family(), Program.of(ruleset, backend));
    }
    for (Family family : Family.values()) {
      programs.computeIfAbsent(
          family, f -> Program.of(new Ruleset(f, List.of(), List.of()), backend));
    }
  }

  /** What becomes of a packet. */
  public Trace trace(Packet packet) {
    return Walks.all(decisions -> Optional.of(walk(packet, decisions)));
  }

  /**
   * What becomes of the packet that answers a TCP connection's first one: what rules made of that
   * one is undone. An answer that does not fit what it became is a packet without a connection.
   *
   * @param first the first packet, as it came
   * @param became what became of it; where several things may have, this did
   * @param answer the answer, with its flags
   */
  public Trace answer(Packet first, Trace became, Packet answer) {
    return Walks.all(decisions -> answered(first, became, answer, decisions));
  }

  private Trace walk(Packet packet, Decisions decisions) {
    Program program = programs.get(packet.family());
    return switch (packet.state()) {
      case ESTABLISHED_NAT -> later(program, packet, packet, decisions);
      case REPLY ->
          packet.inner().isPresent()
              ? later(program, packet.inner().get(), packet, decisions)
              : alone(program, packet, decisions);
      default -> alone(program, packet, decisions);
    };
  }

  private Trace alone(Program program, Packet packet, Decisions decisions) {
    return new Walk(program, backend, skb(packet, decisions), null, decisions).run();
  }

  private Skb skb(Packet packet, Decisions decisions) {
    return new Skb(packet, machine, sets.forPacket(), decisions);
  }

  // The first packet of a connection goes before the one that is asked about.
  private Trace later(Program program, Packet start, Packet packet, Decisions decisions) {
    Packet opening = start.in(Packet.State.NEW);
    boolean given = start.numbers().containsKey(Field.TCP_FLAGS);
    Skb sent = skb(given ? opening : opening.with(Field.TCP_FLAGS, SYN), decisions);
    Trace trace = new Walk(program, backend, sent, null, decisions).run();
    Connection connection = sent.connection;
    boolean known =
        connection != null
            && connection.confirmed
            && (packet.state() != Packet.State.REPLY || skb(packet, decisions).answers(connection));
    boolean found = known && connection.protocol() == packet.protocol();
    if (found && connection.zone.number(false) == 0) {
      connection.established();
    }
    Skb next = skb(known ? packet : laterWithoutConnection(packet), decisions);
    // Sockets know nothing of conntrack: a listener is asked for a connection by any SYN.
    next.opened = opened(sent, trace);
    return new Walk(program, backend, next, known ? connection : null, decisions).run();
  }

  // It is a first packet for conntrack too, but has the flags of a later one.
  private static Packet laterWithoutConnection(Packet packet) {
    Packet first = packet.in(Packet.State.NEW);
    boolean given = packet.numbers().containsKey(Field.TCP_FLAGS);
    return given ? first : first.with(Field.TCP_FLAGS, ACK);
  }

  private Optional<Trace> answered(Packet first, Trace became, Packet answer, Decisions decisions) {
    Program program = programs.get(first.family());
    Skb sent = skb(first, decisions);
    if (!new Walk(program, backend, sent, null, decisions).run().sameAs(became)) {
      return Optional.empty();
    }
    decisions.settle();
    Connection connection = sent.connection;
    boolean known =
        connection != null && connection.confirmed && skb(answer, decisions).answers(connection);
    if (known) {
      connection.answered();
    }
    Skb next = skb(known ? answer : answer.in(Packet.State.NEW), decisions);
    next.awaited = first.path() == Packet.Path.OUTBOUND ? skb(first, decisions).header() : null;
    if (!sent.isKnown(Field.SOURCE_PORT)) {
      next.fields.narrow(Field.DESTINATION_PORT, sent.fields.possible(Field.SOURCE_PORT), true);
    }
    Connection own = known ? connection : null;
    return Optional.of(new Walk(program, backend, next, own, decisions).run());
  }

  // A listener makes a socket for the connection when a SYN comes to it.
  private static Header opened(Skb sent, Trace trace) {
    boolean delivered =
        trace.verdict() == Verdict.ACCEPT
            && sent.hook == Hook.INPUT
            && sent.protocol == Protocols.TCP
            && (sent.flags() & (SYN | ACK | RST | FIN)) == SYN
            && sent.destination != null
            && sent.isKnown(Field.DESTINATION_PORT);
    if (!delivered) {
      return null;
    }
    int port = (int) sent.number(Field.DESTINATION_PORT);
    Truth heard = sent.machine().listens(Protocols.TCP, sent.destination, port, false, true);
    return heard == Truth.YES ? sent.header() : null;
  }

  /** The families whose rules it has. */
  public List<Family> families() {
    return new ArrayList<>(programs.keySet());
  }
}
