package io.github.chainbook.asciidoc;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.SetAside;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.ContentNode;

/** Writes, as AsciiDoc, what a reader must know of a dump that could not be read as it stands. */
record NoticeLines(Wording wording) {

  private static final int MOST_SET_ASIDE = 20;

  /** In the language of the book that a node is part of. */
  static NoticeLines in(ContentNode node) {
    return new NoticeLines(new Wording(new ViewAttributes(node.getDocument(), Map.of()).words()));
  }

  /** Nothing, or an admonition that lists errors and the lines that could not be read. */
  List<String> errors(Reading reading) {
    List<Diagnostic> errors = reading.diagnostics().stream().filter(Diagnostic::isError).toList();
    String what = wording.plain("notice.dump");
    return errors.isEmpty()
        ? List.of()
        : admonition("WARNING.chainbook-errors", what, errors, reading.setAside());
  }

  /** Nothing, or an admonition that lists repairs and the lines that were set aside by them. */
  List<String> repairs(Reading reading) {
    List<Diagnostic> repairs =
        reading.diagnostics().stream().filter(d -> !d.isError() && d.remedy().isPresent()).toList();
    List<SetAside> setAside = reading.hasErrors() ? List.of() : reading.setAside();
    return repairs.isEmpty()
        ? List.of()
        : admonition("NOTE.chainbook-repairs", wording.plain("notice.repaired"), repairs, setAside);
  }

  /** An admonition that a trace is of a ruleset that could not be read as it stands. */
  List<String> partialTrace(String ruleset) {
    String what = wording.plain("notice.partial-trace", "ruleset", ruleset);
    return admonition("WARNING.chainbook-errors", what, List.of(), List.of());
  }

  /** Nothing, or an admonition that lists the packets that could not be traced. */
  List<String> packets(List<Diagnostic> diagnostics) {
    return diagnostics.isEmpty()
        ? List.of()
        : admonition(
            "WARNING.chainbook-errors", wording.plain("notice.packets"), diagnostics, List.of());
  }

  /** Nothing, or an admonition that lists what of a topology could not be read. */
  List<String> topology(List<Diagnostic> errors) {
    String what = wording.plain("notice.topology");
    return errors.isEmpty()
        ? List.of()
        : admonition("WARNING.chainbook-errors", what, errors, List.of());
  }

  /** An admonition that says why there is no ruleset at all. */
  List<String> refused(Diagnostic diagnostic) {
    return admonition(
        "WARNING.chainbook-errors",
        wording.plain("notice.refused"),
        List.of(diagnostic),
        List.of());
  }

  private List<String> admonition(
      String style, String what, List<Diagnostic> diagnostics, List<SetAside> setAside) {
    List<String> lines = new ArrayList<>();
    lines.add("[" + style + "]");
    lines.add("====");
    lines.add(what);
    lines.add("");
    for (Diagnostic diagnostic : diagnostics) {
      lines.add("* " + where(diagnostic) + AsciiDocText.escape(diagnostic.message()));
    }
    if (!setAside.isEmpty()) {
      lines.add("");
      lines.add(wording.plain("notice.set-aside"));
      lines.add("");
      setAside.stream()
          .limit(MOST_SET_ASIDE)
          .forEach(line -> lines.add("* " + at(line.position().line()) + "``" + text(line) + "``"));
      int more = setAside.size() - MOST_SET_ASIDE;
      if (more > 0) {
        lines.add("* " + wording.plain("notice.more", "n", more));
      }
    }
    lines.add("====");
    lines.add("");
    return lines;
  }

  private String text(SetAside line) {
    String text = line.text().strip();
    return text.isEmpty() ? wording.plain("notice.blank") : AsciiDocText.escape(text);
  }

  private String where(Diagnostic diagnostic) {
    int line = diagnostic.position().line();
    return line == 0 ? "" : at(line);
  }

  private String at(int line) {
    return wording.plain("notice.line", "line", String.valueOf(line)) + " ";
  }
}
