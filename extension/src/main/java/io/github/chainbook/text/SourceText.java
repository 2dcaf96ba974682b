package io.github.chainbook.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with a name, cut into lines. Line ends may be LF or CR LF (a lone CR is text: a comment
 * may hold one); a byte order mark at the front is left out. Bytes that are not UTF-8 survive, see
 * {@link Bytes}.
 *
 * @param name how the author knows the text: a path, or {@code <stdin>}
 * @param lines the lines without their ends; none for an empty text
 * @param firstLine the number of the first line in the named file, 1 for a whole file
 */
public record SourceText(String name, List<String> lines, int firstLine) {

  public SourceText {
    lines = List.copyOf(lines);
  }

  /** A whole file, read as bytes. */
  public static SourceText of(String name, byte[] bytes) {
    List<String> lines = asciiLines(bytes);
    return lines == null ? of(name, Bytes.decode(bytes)) : new SourceText(name, lines, 1);
  }

  // Most dumps are all ASCII, and large ones are not to be held twice; null for others.
  private static List<String> asciiLines(byte[] bytes) {
    List<String> lines = new ArrayList<>(bytes.length / 64 + 8);
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] <= '\n') {
        if (bytes[i] < 0) {
          return null;
        }
        if (bytes[i] == '\n') {
          boolean crLf = i > from && bytes[i - 1] == '\r';
          lines.add(latin1(bytes, from, crLf ? i - 1 : i));
          from = i + 1;
        }
      }
    }
    if (from < bytes.length) {
      lines.add(latin1(bytes, from, bytes.length));
    }
    return lines;
  }

  private static String latin1(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** A whole file, already decoded. */
  public static SourceText of(String name, String text) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (body.isEmpty()) {
      return new SourceText(name, List.of(), 1);
    }
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int end = body.indexOf('\n'); end >= 0; end = body.indexOf('\n', from)) {
      boolean crLf = end > from && body.charAt(end - 1) == '\r';
      lines.add(body.substring(from, crLf ? end - 1 : end));
      from = end + 1;
    }
    // A line end ends the last line; it does not begin another.
    if (from < body.length()) {
      lines.add(body.substring(from));
    }
    return new SourceText(name, lines, 1);
  }

  /** Whether there is nothing in it but blanks. */
  public boolean isBlank() {
    for (String line : lines) {
      if (!line.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** The place of a column (from 1) in the line with this index (from 0). */
  public Position position(int index, int column) {
    return new Position(name, firstLine + index, column);
  }
}
