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
    lines = List.copyOf(lines);
  }

  /** A whole file, read as bytes. */
  public static SourceText of(String name, byte[] bytes) {
    return of(name, Bytes.decode(bytes));
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
    return lines.stream().allMatch(String::isBlank);
  }

  /** The place of a column (from 1) in the line with this index (from 0). */
  public Position position(int index, int column) {
    return new Position(name, firstLine + index, column);
  }
}
