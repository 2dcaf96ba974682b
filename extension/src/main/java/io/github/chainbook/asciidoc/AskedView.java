package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Selection;
import io.github.chainbook.netfilter.language.PacketTraces;
import io.github.chainbook.netfilter.language.TracedPacket;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Optional;

/**
 * What an author asks of a view of a ruleset.
 *
 * @param entry the ruleset
 * @param selection the part of it that is to be shown
 * @param attributes what else is asked
 * @param packet the packet that it is about
 * @param title its title, if it has one
 * @param id its id, if it has one
 * @param reports take what is wrong
 */
record AskedView(
    Book.Entry entry,
    Selection selection,
    ViewAttributes attributes,
    Optional<MacroPacket> packet,
    Optional<String> title,
    Optional<String> id,
    BlockReports reports) {

  /**
   * Reports attributes of the view that have no place there.
   *
   * @param why what decides in their stead
   */
  void expectNo(List<String> names, String why) {
    names.stream()
        .filter(name -> attributes.own(name).isPresent())
        .forEach(name -> reports.error("bad-attribute", why + ", expected no " + name));
  }

  /** Takes packets through the ruleset. */
  PacketRun run() {
    return new PacketRun(entry, attributes, reports);
  }

  /** What became of the packet; empty where it cannot be traced, which the block then says. */
  Optional<TracedPacket> traced() {
    try {
      PacketTraces traces = run().of(packet.orElseThrow().dump(), packet.get().line()::column);
      List<Diagnostic> bad =
          traces.diagnostics().stream().filter(d -> !d.code().equals("claim-fails")).toList();
      reports
          .processor()
          .parseContent(reports.container(), NoticeLines.in(reports.container()).packets(bad));
      return traces.packets().stream().findFirst().filter(this::isShown);
    } catch (DumpFile.Refused e) {
      reports.refuse(e.diagnostic());
      return Optional.empty();
    }
  }

  // Of a dump of two families, figures show the first.
  private boolean isShown(TracedPacket packet) {
    Family shown = entry.ruleset().family();
    Family own = packet.line().packet().family();
    if (own != shown) {
      reports.refuse(
          "other-family-packet",
          "the packet is of " + own.word() + ", and figures show the ruleset's " + shown.word());
    }
    return own == shown;
  }
}
