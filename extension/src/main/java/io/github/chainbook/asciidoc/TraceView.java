package io.github.chainbook.asciidoc;

import io.github.chainbook.netfilter.language.PacketTraces;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.topology.flow.RouteCheck;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/** What {@code [iptables-trace,id]} and {@code iptables-trace::id[packet=…]} both do. */
final class TraceView extends BlockView {

  private static final List<String> RULES = List.of("matched", "all");

  TraceView(
      Processor processor, StructuralNode parent, Map<String, Object> attributes, Place place) {
    super(processor, parent, attributes, place);
  }

  /**
   * Traces packets and returns the block that shows what became of them.
   *
   * @param ruleset the ruleset that is named; the nearest one above where none is
   * @param source the packets
   * @param columns the column to report for one of a packet's line
   */
  StructuralNode show(Optional<String> ruleset, Source source, IntUnaryOperator columns) {
    Optional<Book.Entry> entry = ruleset.isEmpty() ? book.last() : book.ruleset(ruleset.get());
    if (entry.isEmpty()) {
      return reports.refuse("unknown-ruleset", book.unknown(ruleset.orElse("")));
    }
    return show(source, packets -> show(entry.get(), packets, columns));
  }

  private void show(Book.Entry entry, Dump packets, IntUnaryOperator columns)
      throws DumpFile.Refused {
    MachineAttributes machine = MachineAttributes.read(attributes, entry, reports);
    PacketTraces traces =
        PacketTraces.of(
            packets.text(),
            rulesets(entry),
            machine.environment(),
            machine.sets().sets(),
            machine.backend());
    List<Diagnostic> diagnostics = new ArrayList<>(traces.diagnostics());
    diagnostics.addAll(otherWays(machine, entry, traces));
    for (Diagnostic diagnostic : diagnostics) {
      Position position = diagnostic.position();
      int column = position.column() == 0 ? 0 : columns.applyAsInt(position.column());
      Reports.log(processor, diagnostic.at(position.atColumn(column)), packets);
    }
    Anchors anchors = new Anchors(processor, container, place);
    String id = attributes.own("id").filter(anchors::isFree).orElseGet(() -> freeId(entry));
    book.addTrace(id, traces);
    List<String> lines = new ArrayList<>();
    if (entry.reading().hasErrors()) {
      lines.addAll(NoticeLines.partialTrace(entry.ids().ruleset()));
    }
    List<Diagnostic> bad =
        traces.diagnostics().stream().filter(d -> !d.code().equals("claim-fails")).toList();
    lines.addAll(NoticeLines.packets(bad));
    String title =
        attributes
            .own("title")
            .orElse("Packets through ruleset " + AsciiDocText.escape(entry.ids().ruleset()));
    lines.addAll(new TraceLines(book, entry, anchors, id, allRules()).of(title, traces.packets()));
    processor.parseContent(container, lines);
  }

  private List<Diagnostic> otherWays(
      MachineAttributes machine, Book.Entry entry, PacketTraces traces) {
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

  private List<Ruleset> rulesets(Book.Entry entry) {
    List<Ruleset> all = entry.reading().rulesets();
    Optional<Family> family = attributes.own("family").flatMap(Family::named);
    if (attributes.own("family").isPresent() && family.isEmpty()) {
      reports.error("bad-attribute", "expected family=ipv4 or family=ipv6");
    }
    return family.isEmpty()
        ? all
        : all.stream().filter(ruleset -> ruleset.family() == family.get()).toList();
  }

  private boolean allRules() {
    String rules = attributes.text("rules").orElse("matched");
    if (!RULES.contains(rules)) {
      reports.badWord("rules of ", rules, RULES);
    }
    return rules.equals("all");
  }

  private String freeId(Book.Entry entry) {
    for (int n = 1; ; n++) {
      String id = entry.ids().ruleset() + "-trace-" + n;
      boolean free = Containers.placeOf(container.getDocument(), id).isEmpty();
      if (free && !book.hasTrace(id)) {
        return id;
      }
    }
  }
}
