package io.github.chainbook.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a stream; they end with LF, CR or both. */
final class Lines implements AutoCloseable {

  /**
   * A line without its end. Those that hold whole cases are long: whoever reads bytes need not make
   * a text of them.
   *
   * @param bytes the line in UTF-8
   * @param isAscii whether it is ASCII without NUL, so that each byte is a char
   */
  record Line(byte[] bytes, boolean isAscii) {

    /** The line as a text. */
    String text() {
      return new String(bytes, isAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
  }

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;

  /** Whether the line before ended with CR, to which LF may belong. */
  private boolean skipsFeed;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line; null where there is none. */
  Line next() throws IOException {
    if (skipsFeed && (from < to || fill()) && buffer[from] == '\n') {
      from++;
    }
    skipsFeed = false;
    int length = 0;
    boolean ascii = true;
    while (from + length < to || fill()) {
      length += plain(buffer, from + length, to);
      if (from + length == to) {
        continue;
      }
      byte next = buffer[from + length];
      if (next == '\n' || next == '\r') {
        skipsFeed = next == '\r';
        Line line = line(length, ascii);
        from++;
        return line;
      }
      ascii &= next > 0;
      length++;
    }
    return length == 0 ? null : line(length, ascii);
  }

  // How many bytes stand there that end no line and need no second look.
  private static int plain(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] > '\r') {
      at++;
    }
    return at - from;
  }

  private Line line(int length, boolean ascii) {
    Line line = new Line(Arrays.copyOfRange(buffer, from, from + length), ascii);
    from += length;
    return line;
  }

  // Keeps what of the line is there.
  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * to);
    }
    int read = in.read(buffer, to, buffer.length - to);
    to += Math.max(0, read);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
