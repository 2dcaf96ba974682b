package io.github.chainbook.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a stream, as UTF-8; they end with LF, CR or both. Lines that hold whole cases are
 * long: each is decoded at once, from where it was read to.
 */
final class Lines implements AutoCloseable {

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;

  /** Whether the line before ended with CR, to which LF may belong. */
  private boolean skipsFeed;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line without its end; null where there is none. */
  String next() throws IOException {
    if (skipsFeed && (from < to || fill()) && buffer[from] == '\n') {
      from++;
    }
    skipsFeed = false;
    int length = 0;
    while (from + length < to || fill()) {
      byte next = buffer[from + length];
      if (next == '\n' || next == '\r') {
        skipsFeed = next == '\r';
        String line = text(length);
        from++;
        return line;
      }
      length++;
    }
    return length == 0 ? null : text(length);
  }

  private String text(int length) {
    String text = new String(buffer, from, length, StandardCharsets.UTF_8);
    from += length;
    return text;
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
