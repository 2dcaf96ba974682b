package io.github.chainbook.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/** Writes text that is ASCII, as our JSON is, without an encoder's cost. */
final class AsciiWriter extends Writer {

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int used;

  AsciiWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int done = 0; done < length; ) {
      int part = Math.min(length - done, room());
      for (int i = 0; i < part; i++) {
        buffer[used + i] = (byte) text[from + done + i];
      }
      used += part;
      done += part;
    }
  }

  @Override
  @SuppressWarnings(
      "deprecation") // of each char it takes the low byte, which is all that ASCII has
  public void write(String text, int from, int length) throws IOException {
    for (int done = 0; done < length; ) {
      int part = Math.min(length - done, room());
      text.getBytes(from + done, from + done + part, buffer, used);
      used += part;
      done += part;
    }
  }

  private int room() throws IOException {
    if (used == buffer.length) {
      drain();
    }
    return buffer.length - used;
  }

  private void drain() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  @Override
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  /** Flushes; the stream below stays open. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
