package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.engine.Tracer;
import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.SetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of tracing packets.
 *
 * @param packets those that could be traced
 * @param diagnostics what is wrong with the others, and the claims that do not hold
 */
public record PacketTraces(List<TracedPacket> packets, List<Diagnostic> diagnostics) {

  public PacketTraces {
    packets = List.copyOf(packets);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads packets and traces them.
   *
   * @param text a packet a line
   * @param rulesets the rules, of one family or of both
   * @param environment what is said of the machine
   * @param sets its sets, by name
   */
  public static PacketTraces of(
      SourceText text,
      List<Ruleset> rulesets,
      Environment environment,
      Map<String, ? extends SetView> sets,
      Backend backend) {
    PacketReading reading = PacketReader.read(text);
    Set<Family> families = rulesets.stream().map(Ruleset::family).collect(Collectors.toSet());
    Machine machine = new Machine(environment, sets, backend == Backend.NFT);
    Tracer tracer = new Tracer(rulesets, machine, backend);
    List<TracedPacket> traced = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>(reading.diagnostics());
    for (PacketLine line : reading.packets()) {
      Family family = line.packet().family();
      if (families.contains(family)) {
        TracedPacket packet = TracedPacket.of(line, tracer.trace(line.packet()));
        traced.add(packet);
        packet.failures().forEach(failure -> diagnostics.add(diagnostic(line, failure)));
      } else {
        String message =
            "the packet is of " + family.word() + ", and the ruleset has no such rules";
        diagnostics.add(Diagnostic.error("other-family-packet", line.position(), message));
      }
    }
    return new PacketTraces(traced, diagnostics);
  }

  private static Diagnostic diagnostic(PacketLine line, ClaimCheck.Failure failure) {
    return Diagnostic.error(
        "claim-fails",
        line.position().atColumn(failure.claimed().column()),
        "claimed " + failure.claimed().claim() + ", " + failure.found());
  }
}
