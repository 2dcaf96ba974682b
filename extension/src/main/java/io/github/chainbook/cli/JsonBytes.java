package io.github.chainbook.cli;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes JSON as bytes, all of them ASCII: what is not is escaped, so that a lone surrogate stands
 * as such. It is for our own answers, which are many; the caller sees to it that objects and lists
 * end where they should.
 */
final class JsonBytes {

  /** A buffer for all that is answered. */
  static final int LARGE = 1 << 15;

  /** A buffer for a step. */
  static final int SMALL = 1 << 9;

  /** The longest form of a char, a number, an address or one of our names. */
  private static final int MOST = 48;

  private static final String HEX = "0123456789ABCDEF";

  private final OutputStream out;
  private final byte[] buffer;
  private int used;

  /** Whether something stands before the next name or value in its object or list. */
  private boolean follows;

  JsonBytes(OutputStream out, int size) {
    this.out = out;
    this.buffer = new byte[size];
  }

  /** Begins an object or list. */
  void begin(char bracket) throws IOException {
    separate();
    put(bracket);
    follows = false;
  }

  /** Ends one. */
  void end(char bracket) throws IOException {
    put(bracket);
    follows = true;
  }

  /** Ends a line, and with it what stands at the top. */
  void line() throws IOException {
    put('\n');
    follows = false;
  }

  /** The name of a field, which may be any text; a value has to follow. */
  void anyName(String name) throws IOException {
    string(name);
    put(':');
    follows = false;
  }

  /** One of our names of fields, which are short and ASCII. */
  void name(String name) throws IOException {
    quoted(name);
    buffer[used++] = ':';
    follows = false;
  }

  /** One of our words, which are short and ASCII. */
  void field(String name, Enum<?> word) throws IOException {
    name(name);
    quoted(word.name());
    follows = true;
  }

  @SuppressWarnings("deprecation") // of each char it takes the low byte, which is all of ASCII
  private void quoted(String word) throws IOException {
    reserve();
    int length = word.length();
    if (follows) {
      buffer[used++] = ',';
    }
    buffer[used++] = '"';
    word.getBytes(0, length, buffer, used);
    used += length;
    buffer[used++] = '"';
  }

  /** A text, or null. */
  void string(String text) throws IOException {
    if (text == null) {
      word("null");
      return;
    }
    separate();
    put('"');
    for (int i = 0; i < text.length(); ) {
      reserve();
      // So many chars fit for sure, if each is one byte.
      int stop = Math.min(text.length(), i + buffer.length - used);
      i = plain(text, i, stop);
      if (i < stop) {
        reserve();
        escape(text.charAt(i++));
      }
    }
    put('"');
    follows = true;
  }

  void field(String name, String text) throws IOException {
    name(name);
    string(text);
  }

  void field(String name, long number) throws IOException {
    name(name);
    number(number);
  }

  void field(String name, boolean truth) throws IOException {
    name(name);
    word(truth ? "true" : "false");
  }

  void number(long number) throws IOException {
    separate();
    reserve();
    digits(number);
    follows = true;
  }

  /** Something in ASCII that stands without quotation marks: a word of JSON, any number. */
  void word(String word) throws IOException {
    separate();
    for (int i = 0; i < word.length(); i++) {
      put(word.charAt(i));
    }
    follows = true;
  }

  /** A text: an address, as it prints itself. */
  void address(Address address) throws IOException {
    if (address.family() == Family.IPV6) {
      string(address.toString());
      return;
    }
    separate();
    reserve();
    buffer[used++] = '"';
    for (int shift = 24; shift >= 0; shift -= 8) {
      digits(address.low() >> shift & 0xFF);
      buffer[used++] = (byte) (shift == 0 ? '"' : '.');
    }
    follows = true;
  }

  /** A value that was written before. */
  void written(byte[] value) throws IOException {
    separate();
    copy(value);
    follows = true;
  }

  /** Whole lines that were written before. */
  void lines(byte[] lines) throws IOException {
    copy(lines);
  }

  /** The begin of an object, up to the end of a field's value, that was written before. */
  void opened(byte[] begin) throws IOException {
    copy(begin);
    follows = true;
  }

  private void copy(byte[] bytes) throws IOException {
    if (bytes.length > buffer.length - used) {
      drain();
    }
    if (bytes.length > buffer.length) {
      out.write(bytes);
    } else {
      System.arraycopy(bytes, 0, buffer, used, bytes.length);
      used += bytes.length;
    }
  }

  /** Hands on what is written, and has it handed on. */
  void flush() throws IOException {
    drain();
    out.flush();
  }

  private void separate() throws IOException {
    if (follows) {
      put(',');
    }
  }

  private void put(char c) throws IOException {
    if (used == buffer.length) {
      drain();
    }
    buffer[used++] = (byte) c;
  }

  private void reserve() throws IOException {
    if (buffer.length - used < MOST) {
      drain();
    }
  }

  private void drain() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  private int plain(String text, int from, int stop) {
    byte[] to = buffer;
    int at = used;
    int i = from;
    for (; i < stop; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' + 1 || c == '"' || c == '\\') {
        break;
      }
      to[at++] = (byte) c;
    }
    used = at;
    return i;
  }

  private void escape(char c) {
    int plain = "\b\t\n\f\r\"\\".indexOf(c);
    buffer[used++] = '\\';
    if (plain >= 0) {
      buffer[used++] = (byte) "btnfr\"\\".charAt(plain);
      return;
    }
    buffer[used++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      buffer[used++] = (byte) HEX.charAt(c >> shift & 15);
    }
  }

  private void digits(long number) {
    if (number < 0 || number > Integer.MAX_VALUE) {
      String text = Long.toString(number);
      for (int i = 0; i < text.length(); i++) {
        buffer[used++] = (byte) text.charAt(i);
      }
      return;
    }
    int rest = (int) number;
    int length = 1;
    for (int left = rest; left > 9; left /= 10) {
      length++;
    }
    used += length;
    for (int at = used - 1; rest > 9; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    buffer[used - length] = (byte) ('0' + rest);
  }
}
