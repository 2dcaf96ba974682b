package io.github.chainbook.asciidoc;

import io.github.chainbook.netfilter.language.PacketTraces;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.topology.flow.RouteCheck;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Takes packets through a ruleset, on the machine that a block's attributes describe. */
final class PacketRun {

  private static final List<String> RULES = List.of("matched", "all");

  private final Book.Entry entry;
  private final ViewAttributes attributes;
  private final BlockReports reports;

  /**
   * A run.
   *
   * @param entry the ruleset
   * @param attributes what they say of the machine: {@code addrs}, {@code topology} and so on
   * @param reports take what is wrong with them
   */
  PacketRun(Book.Entry entry, ViewAttributes attributes, BlockReports reports) {
    this.entry = entry;
    this.attributes = attributes;
    this.reports = reports;
  }

  /**
   * What became of packets. What is wrong with them, and claims that do not hold, are reported.
   *
   * @param packets a packet a line
   * @param columns the column to report for one of a packet's line
   */
  PacketTraces of(Dump packets, IntUnaryOperator columns) throws DumpFile.Refused {
    MachineAttributes machine = MachineAttributes.read(attributes, entry, reports);
    PacketTraces traces =
        PacketTraces.of(
            packets.text(),
            rulesets(),
            machine.environment(),
            machine.sets().sets(),
            machine.backend());
    List<Diagnostic> diagnostics = new ArrayList<>(traces.diagnostics());
    diagnostics.addAll(otherWays(machine, traces));
    for (Diagnostic diagnostic : diagnostics) {
      Position position = diagnostic.position();
      int column = position.column() == 0 ? 0 : columns.applyAsInt(position.column());
      Reports.log(reports.processor(), diagnostic.at(position.atColumn(column)), packets);
    }
    return traces;
  }

  private List<Diagnostic> otherWays(MachineAttributes machine, PacketTraces traces) {
    // Addresses that are given to the trace alone may not fit the routes.
    if (machine.namespace().isEmpty() || attributes.text("addrs").isPresent()) {
      return List.of();
    }
    RouteCheck check =
        new RouteCheck(
            machine.namespace().get(),
            entry.reading().rulesets(),
            machine.sets().sets(),
            machine.backend());
    return traces.packets().stream()
        .flatMap(
            packet ->
                check.otherWay(packet.line().packet(), packet.trace()).stream()
                    .map(why -> Diagnostic.error("other-way", packet.line().position(), why)))
        .toList();
  }

  private List<Ruleset> rulesets() {
    List<Ruleset> all = entry.reading().rulesets();
    Optional<Family> family = attributes.own("family").flatMap(Family::named);
    if (attributes.own("family").isPresent() && family.isEmpty()) {
      reports.error("bad-attribute", "expected family=ipv4 or family=ipv6");
    }
    return family.isEmpty()
        ? all
        : all.stream().filter(ruleset -> ruleset.family() == family.get()).toList();
  }

  /** Whether rules that do not match are shown as well. */
  boolean allRules() {
    String rules = attributes.text("rules").orElse("matched");
    if (!RULES.contains(rules)) {
      reports.badWord("rules of ", rules, RULES);
    }
    return rules.equals("all");
  }
}
