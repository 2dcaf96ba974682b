package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the reader has to say of a dump, collected while it reads. */
final class Findings {

  private static final String LINE_SET_ASIDE = "the line is set aside";

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<SetAside> setAside = new ArrayList<>();

  void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  /** An error that makes a whole line unreadable. */
  void unreadable(String code, Position position, String message, String line) {
    diagnostics.add(Diagnostic.error(code, position, message, LINE_SET_ASIDE));
    setAside.add(new SetAside(position.atColumn(1), line));
  }

  void setAside(Position position, String text) {
    setAside.add(new SetAside(position, text));
  }

  /** Says which parts of a file with dumps of both families are not read. */
  void leftOut(DumpParts parts, SourceText source, Optional<Family> wanted) {
    if (wanted.isPresent() && parts.families().size() > 1) {
      parts.parts().stream()
          .filter(part -> part.family() != wanted.get())
          .forEach(
              part ->
                  add(
                      Diagnostic.info(
                          "other-family",
                          source.position(part.from(), 1),
                          "what begins here is for "
                              + part.family().word()
                              + " and is left out, since "
                              + wanted.get().word()
                              + " is asked for")));
    }
  }

  /** What was found, in the order of the lines. */
  List<Diagnostic> diagnostics(SourceText source) {
    if (diagnostics.isEmpty()) {
      return List.of();
    }
    return diagnostics.stream()
        .map(diagnostic -> inItsLine(diagnostic, source))
        .sorted(
            Comparator.comparingInt((Diagnostic d) -> d.position().line())
                .thenComparingInt(d -> d.position().column()))
        .toList();
  }

  // A line that was joined with others or mended has other columns than the one in the file.
  private static Diagnostic inItsLine(Diagnostic diagnostic, SourceText source) {
    Position position = diagnostic.position();
    int index = position.line() - source.firstLine();
    if (index < 0 || index >= source.lines().size()) {
      return diagnostic;
    }
    String line = source.lines().get(index);
    int last = line.codePointCount(0, line.length()) + 1;
    return position.column() <= last ? diagnostic : diagnostic.at(position.atColumn(last));
  }

  List<SetAside> setAsideLines() {
    return setAside;
  }
}
