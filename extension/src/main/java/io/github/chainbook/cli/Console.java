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
import java.util.Arrays;

/**
 * Where a command reads and prints.
 *
 * @param in what {@code -} stands for
 * @param out results
 * @param err diagnostics
 */
record Console(InputStream in, PrintStream out, PrintStream err) {

  private static final int PIECE = 1 << 16;

  /** Files that are larger are read in another way, or not at all. */
  private static final int LARGEST = 1 << 30;

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

  // In pieces: to pass on a large file at once, Java takes as much memory again.
  private static byte[] bytes(String file) throws IOException {
    Path path = Path.of(file);
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = new byte[(int) Math.min(Files.size(path), LARGEST)];
      int count = 0;
      int read = 1;
      while (count < bytes.length && read > 0) {
        read = in.read(bytes, count, Math.min(PIECE, bytes.length - count));
        count += Math.max(read, 0);
      }
      // A pipe has no size, and others may be written to.
      byte[] rest = in.readAllBytes();
      if (rest.length == 0 && count == bytes.length) {
        return bytes;
      }
      byte[] all = Arrays.copyOf(bytes, count + rest.length);
      System.arraycopy(rest, 0, all, count, rest.length);
      return all;
    }
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
