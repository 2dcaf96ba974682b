package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * Reads lines that cannot be read as they stand, where it is plain what they have been.
 *
 * @param source the dump
 * @param sections its tables
 * @param statements reads what is mended
 * @param wrapped finds rules that were broken into several lines
 * @param comments the dump's comments so far
 * @param findings where it is reported what was done
 */
record DamagedLines(
    SourceText source,
    Sections sections,
    Statements statements,
    WrappedLines wrapped,
    List<String> comments,
    Findings findings) {

  // What can be mended is read as mended; the error says what was wrong and what was done.
  void unreadable(SyntaxError error, String text, int index, int end) {
    Position at = source.position(index, 1);
    Optional<LineMender.Mended> mended = LineMender.mend(text, this::reads);
    if (mended.isPresent()) {
      String line = mended.get().text();
      try {
        if (line.startsWith("#")) {
          comments.add(line);
        } else {
          statements.read(line, line, index, end, at);
        }
        findings.add(
            Diagnostic.error(
                error.code(),
                at.atColumn(error.column()),
                error.getMessage(),
                mended.get().done()));
        return;
      } catch (SyntaxError e) {
        // It looked readable; then the line is set aside like any other.
      }
    }
    if (sections.isOpen()) {
      sections.commands().keepPlace(text, at);
    }
    findings.unreadable(error.code(), at.atColumn(error.column()), error.getMessage(), text);
  }

  private boolean reads(String line) {
    if (line.isEmpty() || line.charAt(0) != '-' && line.charAt(0) != '[') {
      return LineMender.statement(line).filter(line::equals).isPresent();
    }
    TableBuilder table =
        sections.isOpen() ? sections.open() : new TableBuilder("filter", source.position(0, 1));
    return sections.commandsOf(table).reads(line);
  }

  /**
   * Reads a rule that goes on in the lines below it.
   *
   * @return how many lines that took; 0 where it does not go on
   */
  int joined(int index, int end, Position at) {
    if (!sections.isOpen() || !wrapped.mayGoOn(index, end)) {
      return 0;
    }
    Optional<WrappedLines.Joined> joined =
        wrapped.join(index, end, sections.commands()::readsToKnownTarget);
    if (joined.isEmpty()) {
      return 0;
    }
    try {
      sections.commands().read(joined.get().text(), at);
    } catch (SyntaxError e) {
      return 0;
    }
    sections.seeRules();
    for (int i = index + 1; i < index + joined.get().lines(); i++) {
      findings.add(
          Diagnostic.error(
              "wrapped-line",
              source.position(i, 1),
              "expected a rule, a chain or COMMIT, found what seems to be the end of line "
                  + at.line(),
              joined.get().done()));
    }
    return joined.get().lines();
  }
}
