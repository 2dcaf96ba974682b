package io.github.chainbook.asciidoc;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.SetAside;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Writes, as AsciiDoc, what a reader must know of a dump that could not be read as it stands. */
final class NoticeLines {

  private static final int MOST_SET_ASIDE = 20;

  private NoticeLines() {}

  /** Nothing, or an admonition that lists errors and the lines that could not be read. */
  static List<String> errors(Reading reading) {
    List<Diagnostic> errors = reading.diagnostics().stream().filter(Diagnostic::isError).toList();
    String what =
        "This dump could not be read as it stands; what is missing here is missing below.";
    return errors.isEmpty()
        ? List.of()
        : admonition("WARNING.chainbook-errors", what, errors, reading.setAside());
  }

  /** Nothing, or an admonition that lists repairs and the lines that were set aside by them. */
  static List<String> repairs(Reading reading) {
    List<Diagnostic> repairs =
        reading.diagnostics().stream().filter(d -> !d.isError() && d.remedy().isPresent()).toList();
    List<SetAside> setAside = reading.hasErrors() ? List.of() : reading.setAside();
    return repairs.isEmpty()
        ? List.of()
        : admonition(
            "NOTE.chainbook-repairs", "This dump was damaged. Repaired:", repairs, setAside);
  }

  /** An admonition that a trace is of a ruleset that could not be read as it stands. */
  static List<String> partialTrace(String ruleset) {
    String what =
        "The dump of ruleset "
            + AsciiDocText.escape(ruleset)
            + " could not be read as it stands; packets are traced through what could be read.";
    return admonition("WARNING.chainbook-errors", what, List.of(), List.of());
  }

  /** Nothing, or an admonition that lists the packets that could not be traced. */
  static List<String> packets(List<Diagnostic> diagnostics) {
    return diagnostics.isEmpty()
        ? List.of()
        : admonition(
            "WARNING.chainbook-errors", "Some packets are missing here.", diagnostics, List.of());
  }

  /** Nothing, or an admonition that lists what of a topology could not be read. */
  static List<String> topology(List<Diagnostic> errors) {
    String what =
        "This topology could not be read as it stands; what is missing here is missing below.";
    return errors.isEmpty()
        ? List.of()
        : admonition("WARNING.chainbook-errors", what, errors, List.of());
  }

  /** An admonition that says why there is no ruleset at all. */
  static List<String> refused(Diagnostic diagnostic) {
    return admonition(
        "WARNING.chainbook-errors",
        "What should stand here is missing.",
        List.of(diagnostic),
        List.of());
  }

  private static List<String> admonition(
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
      lines.add("Set aside:");
      lines.add("");
      setAside.stream()
          .limit(MOST_SET_ASIDE)
          .forEach(
              line -> lines.add("* line " + line.position().line() + ": ``" + text(line) + "``"));
      int more = setAside.size() - MOST_SET_ASIDE;
      if (more > 0) {
        lines.add("* and " + more + " more lines");
      }
    }
    lines.add("====");
    lines.add("");
    return lines;
  }

  private static String text(SetAside line) {
    String text = line.text().strip();
    return text.isEmpty() ? "(blank)" : AsciiDocText.escape(text);
  }

  private static String where(Diagnostic diagnostic) {
    int line = diagnostic.position().line();
    return line == 0 ? "" : "line " + line + ": ";
  }
}
