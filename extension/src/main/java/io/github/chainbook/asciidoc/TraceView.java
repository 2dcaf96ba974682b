package io.github.chainbook.asciidoc;

import io.github.chainbook.netfilter.language.PacketTraces;
import io.github.chainbook.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/** What {@code [iptables-trace,id]} and {@code iptables-trace::id[packet=…]} both do. */
final class TraceView extends BlockView {

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
    PacketRun run = new PacketRun(entry, attributes, reports);
    PacketTraces traces = run.of(packets, columns);
    BlockAnchors anchors = new BlockAnchors(processor, container, place);
    String id = attributes.own("id").filter(anchors::isFree).orElseGet(() -> freeId(entry));
    book.addTrace(id, traces);
    List<String> lines = new ArrayList<>();
    if (entry.reading().hasErrors()) {
      lines.addAll(new NoticeLines(wording).partialTrace(entry.ids().ruleset()));
    }
    List<Diagnostic> bad =
        traces.diagnostics().stream().filter(d -> !d.code().equals("claim-fails")).toList();
    lines.addAll(new NoticeLines(wording).packets(bad));
    String title =
        attributes
            .own("title")
            .orElseGet(() -> wording.plain("trace.title", "ruleset", entry.ids().ruleset()));
    lines.addAll(
        new TraceLines(book, entry, anchors, id, run.allRules(), wording)
            .of(title, traces.packets()));
    processor.parseContent(container, lines);
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
