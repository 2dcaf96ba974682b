package io.github.chainbook.asciidoc;

import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.netfilter.language.ClaimCheck;
import io.github.chainbook.netfilter.language.PacketText;
import io.github.chainbook.netfilter.language.TracedPacket;
import io.github.chainbook.netfilter.outline.Outcome;
import io.github.chainbook.netfilter.outline.Possibility;
import io.github.chainbook.netfilter.outline.Shares;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes traced packets as AsciiDoc: a table with a row for each, and below it their ways, which a
 * page moves into the rows.
 */
final class TraceLines {

  private static final int MOST_POSSIBILITIES = 6;

  private final Anchors anchors;
  private final String id;
  private final Book book;
  private final StepLinks links;
  private final WalkLines walks;
  private final Wording wording;

  /**
   * A writer.
   *
   * @param book learns which way each packet takes
   * @param entry the ruleset that the packets went through
   * @param id the trace's id
   * @param all whether rules that did not match are shown as well
   */
  TraceLines(
      Book book, Book.Entry entry, Anchors anchors, String id, boolean all, Wording wording) {
    this.book = book;
    this.anchors = anchors;
    this.id = id;
    this.links = new StepLinks(List.of(entry), anchors, wording);
    this.wording = wording;
    this.walks = new WalkLines(links, all, wording);
  }

  /** The lines of all packets; of none where there is none. */
  List<String> of(String title, List<TracedPacket> packets) {
    List<String> lines = new ArrayList<>();
    lines.add("[[" + id + "]]");
    if (packets.isEmpty()) {
      lines.addAll(List.of("[.chainbook-anchor]", "--", "--", ""));
      return lines;
    }
    lines.add("." + title);
    lines.add("[.chainbook-trace,separator=|,options=\"header\",cols=\"<2,<16,<7,<12,<12\"]");
    lines.add("|===");
    lines.add(
        Stream.of("number", "packet", "verdict", "result", "decided-by")
            .map(column -> "| " + wording.plain("column." + column))
            .collect(Collectors.joining(" ")));
    for (TracedPacket packet : packets) {
      lines.add("");
      row(packet, lines);
    }
    lines.add("|===");
    lines.add("");
    for (TracedPacket packet : packets) {
      lines.add(
          "."
              + wording.inline(
                  "trace.way",
                  "packet",
                  packet.line().number(),
                  "summary",
                  walks.summary(packet.trace())));
      lines.add("[.chainbook-walk%collapsible]");
      lines.add("====");
      lines.addAll(walks.of(packet.line().packet(), packet.trace()));
      lines.add("====");
      lines.add("");
    }
    return lines;
  }

  private void row(TracedPacket packet, List<String> lines) {
    int number = packet.line().number();
    String packetId = id + "-" + number;
    String anchor =
        anchors.claim(packetId)
            ? anchors.anchor(packetId, wording.plain("trace.packet", "packet", number))
            : "";
    Trace trace = packet.trace();
    book.addWalk(packetId, links.ids(trace));
    lines.add("| " + anchor + anchors.link(packetId, String.valueOf(number)));
    lines.add("| ``" + AsciiDocText.escape(PacketText.of(packet.line().packet())) + "``");
    lines.add("| " + verdict(trace.verdict()));
    lines.add("| " + result(trace) + claims(packet));
    lines.add("| " + decidedBy(trace));
  }

  private String decidedBy(Trace trace) {
    return trace.isDecided()
        ? String.join(", ", Outcome.of(trace).deciding().stream().map(links::step).toList())
        : wording.plain("trace.depends");
  }

  /** A verdict, with the role that gives it its shape. */
  static String verdict(Verdict verdict) {
    String role = "cb-verdict.cb-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "[." + role + "]##" + AsciiDocText.escape(Outcome.word(verdict)) + "##";
  }

  private String result(Trace trace) {
    if (trace.isDecided()) {
      return AsciiDocText.escape(Outcome.of(trace).result(wording.messages()));
    }
    List<Possibility> all = Possibility.of(trace);
    List<String> lines = new ArrayList<>();
    all.stream().limit(MOST_POSSIBILITIES).forEach(one -> lines.add(possibility(one)));
    int more = all.size() - MOST_POSSIBILITIES;
    if (more > 0) {
      lines.add(wording.plain("trace.more", "n", more));
    }
    return String.join(" +\n", lines);
  }

  private String possibility(Possibility one) {
    Messages messages = wording.messages();
    Outcome outcome = one.outcome();
    boolean says = outcome.kind() != Outcome.Kind.DROPPED || !outcome.details().isEmpty();
    Map<String, Said> slots = new HashMap<>();
    slots.put("verdict", Said.key(Outcome.word(one.verdict())));
    if (says) {
      slots.put("result", Said.key(outcome.result(messages)));
    }
    one.share().ifPresent(share -> slots.put("share", Said.key(Shares.words(share, messages))));
    return wording.plain("trace.possible", slots);
  }

  private String claims(TracedPacket packet) {
    if (packet.line().claims().isEmpty()) {
      return "";
    }
    if (packet.failures().isEmpty()) {
      return " +\n[.cb-claim.cb-held]##" + wording.plain("trace.as-claimed") + "##";
    }
    List<String> failed =
        packet.failures().stream()
            .map(ClaimCheck.Failure::claimed)
            .map(claimed -> AsciiDocText.escape(claimed.claim().toString()))
            .toList();
    return " +\n[.cb-claim.cb-failed]##"
        + wording.inline("trace.not-as-claimed", "claims", String.join(", ", failed))
        + "##";
  }
}
