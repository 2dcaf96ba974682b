package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says what a machine with these rules does to packets. It can be asked by several threads. */
public final class Tracer {

  private static final int ACK = 16;
  private static final int SYN = 2;

  /** Branches are looked for up to here; a note says when there are more. */
  private static final int MAX_WALKS = 4096;

  /** And no further where the walks took so many answers together, which costs memory. */
  private static final int MAX_ANSWERS = 1 << 18;

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
    Decisions decisions = new Decisions(List.of());
    Trace trace = walk(packet, decisions);
    return decisions.taken().isEmpty() ? trace : branches(packet, decisions, trace);
  }

  private Trace branches(Packet packet, Decisions first, Trace trace) {
    Branches branches = new Branches();
    branches.add(first.taken(), trace);
    List<Boolean> script = first.following();
    int walks = 1;
    int answers = first.taken().size();
    while (script != null && walks++ < MAX_WALKS && answers < MAX_ANSWERS) {
      Decisions decisions = new Decisions(script);
      branches.add(decisions, walk(packet, decisions));
      answers += decisions.taken().size();
      script = decisions.following();
    }
    return branches.merged(script != null);
  }

  private Trace walk(Packet packet, Decisions decisions) {
    Program program = programs.get(packet.family());
    if (packet.state() != Packet.State.ESTABLISHED_NAT) {
      return new Walk(
              program,
              backend,
              new Skb(packet, machine, sets.forPacket(), decisions),
              null,
              decisions)
          .run();
    }
    Packet opening = packet.in(Packet.State.NEW);
    boolean given = packet.numbers().containsKey(Field.TCP_FLAGS);
    Walk first =
        new Walk(
            program,
            backend,
            new Skb(
                given ? opening : opening.with(Field.TCP_FLAGS, SYN),
                machine,
                sets.forPacket(),
                decisions),
            null,
            decisions);
    first.run();
    boolean made = first.connection() != null && first.connection().confirmed;
    if (!made) {
      // No connection: what comes second is a first packet too, but with the flags of a later one.
      Packet alone = given ? opening : opening.with(Field.TCP_FLAGS, ACK);
      return new Walk(
              program,
              backend,
              new Skb(alone, machine, sets.forPacket(), decisions),
              null,
              decisions)
          .run();
    }
    Connection connection = first.connection();
    if (connection.zone == 0) {
      connection.established();
    }
    return new Walk(
            program,
            backend,
            new Skb(packet, machine, sets.forPacket(), decisions),
            connection,
            decisions)
        .run();
  }

  /** The families whose rules it has. */
  public List<Family> families() {
    return new ArrayList<>(programs.keySet());
  }
}
