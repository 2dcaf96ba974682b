package io.github.chainbook.asciidoc;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.VisibleText;
import org.asciidoctor.extension.Processor;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** Puts diagnostics into Asciidoctor's log, where Maven's {@code failIf} finds them. */
final class Reports {

  private Reports() {}

  /** Reports a diagnostic of a dump, at its line. */
  static void log(Processor processor, Diagnostic diagnostic, Dump dump) {
    log(processor, diagnostic, dump.place().atLine(diagnostic.position().line()));
  }

  /** Reports a diagnostic at a place. */
  static void log(Processor processor, Diagnostic diagnostic, Place place) {
    Severity severity =
        switch (diagnostic.severity()) {
          case ERROR -> Severity.ERROR;
          case WARNING -> Severity.WARN;
          case INFO -> Severity.INFO;
        };
    int column = diagnostic.position().column();
    String message =
        (column > 0 ? "column " + column + ": " : "")
            + VisibleText.of(diagnostic.message())
            + " ["
            + diagnostic.code()
            + "]";
    processor.log(new LogRecord(severity, place, message));
  }
}
