package io.github.chainbook.text;

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
    lines = lines instanceof ByteLines ? lines : List.copyOf(lines);
  }

  /** A whole file, read as bytes, which must not change. */
  public static SourceText of(String name, byte[] bytes) {
    return new SourceText(name, ByteLines.of(bytes), 1);
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

  /** Whether a line begins with some letters, which are ASCII. */
  public boolean startsWith(int index, String letters) {
    return lines instanceof ByteLines bytes
        ? bytes.startsWith(index, letters)
        : lines.get(index).startsWith(letters);
  }

  /** Whether there is a zero byte in it. */
  public boolean hasZero() {
    if (lines instanceof ByteLines bytes) {
      return bytes.hasZero();
    }
    for (String line : lines) {
      if (line.indexOf('\0') >= 0) {
        return true;
      }
    }
    return false;
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
