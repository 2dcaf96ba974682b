package io.github.chainbook.asciidoc;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.text.Bytes;
import io.github.chainbook.text.SourceText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.LogHandler;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/**
 * Makes HTML of one dump: writes AsciiDoc about it and converts that with AsciidoctorJ, as a book
 * would be. Needs AsciidoctorJ on the class path.
 */
public final class DumpConversion {

  private static final String DUMP = "dump.txt";

  private DumpConversion() {}

  /**
   * What came of it.
   *
   * @param html what belongs below the page's title; an empty element of class {@code
   *     chainbook-raw-here} is where the dump itself belongs
   * @param failures what could not be done, such as a figure that could not be drawn
   */
  public record Converted(String html, List<String> failures) {

    public Converted {
      failures = List.copyOf(failures);
    }
  }

  /**
   * Converts a dump.
   *
   * @param text the dump
   * @param reading what came of reading it
   * @throws IOException if there is no place for files that are needed meanwhile
   */
  public static Converted convert(SourceText text, Reading reading) throws IOException {
    Path folder = Files.createTempDirectory("chainbook");
    try {
      write(text, folder.resolve(DUMP));
      String document = String.join("\n", new DumpDocument(DUMP, reading).lines());
      return convert(document, folder);
    } finally {
      delete(folder);
    }
  }

  private static void write(SourceText text, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (String line : text.lines()) {
        out.write(Bytes.encode(line));
        out.write('\n');
      }
    }
  }

  private static Converted convert(String document, Path folder) {
    List<String> failures = new ArrayList<>();
    // What is wrong with the dump is known already.
    LogHandler handler =
        line -> {
          if (isFailure(line)) {
            failures.add(line.getMessage());
          }
        };
    Logger console = Logger.getLogger("asciidoctor");
    console.setUseParentHandlers(false);
    try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
      asciidoctor.registerLogHandler(handler);
      String html = asciidoctor.convert(document, options(folder));
      return new Converted(html, failures);
    } finally {
      console.setUseParentHandlers(true);
    }
  }

  private static boolean isFailure(LogRecord line) {
    boolean ofDump = line.getCursor() != null && DUMP.equals(line.getCursor().getPath());
    return !ofDump && line.getSeverity().compareTo(Severity.ERROR) >= 0;
  }

  private static Options options(Path folder) {
    return Options.builder()
        .safe(SafeMode.SAFE)
        .baseDir(folder.toFile())
        .standalone(false)
        .attributes(
            Attributes.builder()
                .attribute("outdir", folder.toString())
                .attribute("sectids")
                .attribute("reproducible")
                .build())
        .build();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
