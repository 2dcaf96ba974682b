package io.github.chainbook.text;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The lines of a text as its bytes. A line becomes a string when it is asked for: a large dump has
 * many, and who only looks at their letters need not make them all.
 */
public final class ByteLines extends AbstractList<String> implements RandomAccess {

  /** What stands for a character that is not ASCII where strings were given. */
  private static final byte OTHER = -1;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final byte[] bytes;
  private int[] starts;
  private int[] ends;
  private int size;
  private boolean zero;

  private ByteLines(byte[] bytes, int expected) {
    this.bytes = bytes;
    this.starts = new int[expected];
    this.ends = new int[expected];
  }

  /**
   * Cuts a text into lines, whose ends may be LF or CR LF; a byte order mark at the front is left
   * out.
   *
   * @param bytes the text; it must not change
   */
  static ByteLines of(byte[] bytes) {
    ByteLines lines = new ByteLines(bytes, bytes.length / 64 + 8);
    boolean marked = Arrays.mismatch(bytes, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length;
    int from = marked ? BYTE_ORDER_MARK.length : 0;
    for (int i = from; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        lines.add(from, i > from && bytes[i - 1] == '\r' ? i - 1 : i);
        from = i + 1;
      } else if (b == 0) {
        lines.zero = true;
      }
    }
    // A line end ends the last line; it does not begin another.
    if (from < bytes.length) {
      lines.add(from, bytes.length);
    }
    return lines;
  }

  /** Lines to look at and not to make strings of: what is not ASCII in these is lost in them. */
  public static ByteLines lettersOf(List<String> texts) {
    long length = 0;
    for (String text : texts) {
      length += text.length();
    }
    ByteLines lines = new ByteLines(new byte[Math.toIntExact(length)], texts.size());
    int at = 0;
    for (String text : texts) {
      int from = at;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        lines.bytes[at++] = c < 0x80 ? (byte) c : OTHER;
      }
      lines.add(from, at);
    }
    return lines;
  }

  private void add(int from, int to) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2 + 1);
      ends = Arrays.copyOf(ends, size * 2 + 1);
    }
    starts[size] = from;
    ends[size++] = to;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String get(int index) {
    return Bytes.decode(bytes, start(index), ends[index]);
  }

  /** The bytes that the lines are of, which must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where a line begins among the bytes. */
  public int start(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return starts[index];
  }

  /** Where a line ends among the bytes: behind its last. */
  public int end(int index) {
    return ends[index];
  }

  /** Whether one of the bytes is zero. */
  boolean hasZero() {
    return zero;
  }

  /** Whether a line begins with some letters, which are ASCII. */
  boolean startsWith(int index, String letters) {
    int start = start(index);
    boolean same = ends[index] - start >= letters.length();
    for (int i = 0; same && i < letters.length(); i++) {
      same = bytes[start + i] == letters.charAt(i);
    }
    return same;
  }
}
