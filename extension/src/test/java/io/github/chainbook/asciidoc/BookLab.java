package io.github.chainbook.asciidoc;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.LogHandler;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Converts small books with the extension and keeps what was logged. */
final class BookLab implements AutoCloseable {

  private final Asciidoctor asciidoctor = Asciidoctor.Factory.create();
  private final List<LogRecord> log = new ArrayList<>();
  private final LogHandler handler = log::add;

  BookLab() {
    asciidoctor.registerLogHandler(handler);
  }

  /**
   * A converted book.
   *
   * @param page its HTML
   * @param log what was logged: {@code SEVERITY path:line message}
   */
  record Converted(Document page, List<String> log) {

    List<String> errors() {
      return log.stream().filter(line -> line.startsWith("ERROR")).toList();
    }
  }

  /** Converts a text that stands in no file. */
  Converted convert(String source, Path baseDir) {
    return convert(source, baseDir, SafeMode.UNSAFE);
  }

  Converted convert(String source, Path baseDir, SafeMode mode) {
    log.clear();
    String html = asciidoctor.convert(source, options(baseDir, mode).build());
    return converted(html);
  }

  /** Converts a file. */
  Converted convertFile(File file) {
    log.clear();
    Path baseDir = file.toPath().toAbsolutePath().getParent();
    String html =
        asciidoctor.convertFile(file, options(baseDir, SafeMode.UNSAFE).toFile(false).build());
    return converted(html);
  }

  private static org.asciidoctor.OptionsBuilder options(Path baseDir, SafeMode mode) {
    return Options.builder()
        .safe(mode)
        .baseDir(baseDir.toFile())
        .standalone(false)
        .attributes(
            Attributes.builder()
                .attribute("outdir", baseDir.resolve("out").toString())
                .attribute("doctype", "book")
                .build());
  }

  private Converted converted(String html) {
    Parser parser = Parser.htmlParser().settings(ParseSettings.preserveCase);
    List<String> lines =
        log.stream()
            .filter(record -> record.getSeverity().compareTo(Severity.DEBUG) > 0)
            .map(BookLab::line)
            .toList();
    return new Converted(Jsoup.parse(html, parser), lines);
  }

  private static String line(LogRecord record) {
    String where =
        record.getCursor() == null
            ? "-"
            : record.getCursor().getPath() + ":" + record.getCursor().getLineNumber();
    return record.getSeverity() + " " + where + " " + record.getMessage();
  }

  @Override
  public void close() {
    asciidoctor.unregisterLogHandler(handler);
    asciidoctor.close();
  }
}
