package io.github.chainbook.cli;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where a command reads and prints.
 *
 * @param in what {@code -} stands for
 * @param out results
 * @param err diagnostics
 */
record Console(InputStream in, PrintStream out, PrintStream err) {

  /** A file that cannot be read, as the diagnostic that says so. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    Unreadable(Diagnostic diagnostic) {
      super(diagnostic.message());
      this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
      return diagnostic;
    }
  }

  static Console standard() {
    return new Console(System.in, System.out, System.err);
  }

  /** Text goes out as UTF-8, whatever the machine's locale. */
  PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** Reads a file, or standard input for {@code -}. */
  SourceText read(String file) throws Unreadable {
    String name = file.equals("-") ? "<stdin>" : file;
    try {
      return SourceText.of(name, file.equals("-") ? in.readAllBytes() : bytes(file));
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new Unreadable(
          Diagnostic.error("unreadable-file", new Position(name, 0, 0), reason(e)));
    }
  }

  /**
   * The lines of a file, or of standard input for {@code -}, as UTF-8.
   *
   * @throws Unreadable where the file cannot be opened
   */
  Lines lines(String file) throws Unreadable {
    try {
      InputStream bytes = file.equals("-") ? in : Files.newInputStream(Path.of(file));
      return new Lines(bytes);
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new Unreadable(
          Diagnostic.error("unreadable-file", new Position(file, 0, 0), reason(e)));
    }
  }

  private static byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(Path.of(file));
  }

  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "the file may not be read";
    }
    return "the file cannot be read: " + e.getMessage();
  }
}
