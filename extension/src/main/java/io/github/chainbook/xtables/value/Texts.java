package io.github.chainbook.xtables.value;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.PlainWord;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.util.Arrays;

/** Free text; lengths are counted in bytes. */
public final class Texts {

  /** How many bytes a character has at most. */
  private static final long MAX_PER_CHARACTER = 4;

  private Texts() {}

  /** Text up to a number of bytes, printed in quotes where it needs them. */
  public static ValueType<String> quoted(int min, int max) {
    return WordType.freeText((word, rule) -> checked(word, min, max), Value::text);
  }

  /** Text of any length that iptables cuts to so many bytes, printed in quotes where needed. */
  public static ValueType<String> cut(int max) {
    return WordType.freeText((word, rule) -> firstBytes(word, max), Value::text);
  }

  /** Text up to a number of bytes, printed as it stands. */
  public static ValueType<String> plain(int min, int max) {
    return WordType.freeText((word, rule) -> checked(word, min, max), Value::of);
  }

  /** The same, where every text is as right as another. */
  public static ValueType<String> anyCut(int max) {
    return WordType.freeText(PlainWord.TEXT, (word, rule) -> firstBytes(word, max), Value::text);
  }

  /** Text of any length that iptables cuts to so many bytes, printed as it stands. */
  public static ValueType<String> plainCut(int max) {
    return WordType.freeText((word, rule) -> firstBytes(word, max), Value::of);
  }

  /** A text without its bytes behind the first so many. */
  public static String firstBytes(String text, int max) {
    if (text.length() * MAX_PER_CHARACTER <= max) {
      return text;
    }
    byte[] bytes = Bytes.encode(text);
    return bytes.length <= max ? text : Bytes.decode(Arrays.copyOf(bytes, max));
  }

  /**
   * The same text.
   *
   * @throws BadValue where it has fewer or more bytes than these
   */
  public static String checked(String text, int min, int max) throws BadValue {
    if (text.length() * MAX_PER_CHARACTER <= max && text.length() >= min) {
      return text;
    }
    int length = Bytes.encode(text).length;
    if (length < min || length > max) {
      throw new BadValue(
          "expected a text of "
              + (min > 0 ? min + " to " : "at most ")
              + max
              + " bytes, found "
              + length);
    }
    return text;
  }
}
