package io.github.chainbook.xtables.value;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.util.List;

/** Free text; lengths are counted in bytes. */
public final class Texts {

  private Texts() {}

  /** Text up to a number of bytes, printed in quotes where it needs them. */
  public static ValueType<String> quoted(int min, int max) {
    return new Text(min, max, max, true);
  }

  /** Text of any length that iptables cuts to so many bytes, printed in quotes where needed. */
  public static ValueType<String> cut(int max) {
    return new Text(0, Integer.MAX_VALUE, max, true);
  }

  /** Text up to a number of bytes, printed as it stands. */
  public static ValueType<String> plain(int min, int max) {
    return new Text(min, max, max, false);
  }

  /** Text of any length that iptables cuts to so many bytes, printed as it stands. */
  public static ValueType<String> plainCut(int max) {
    return new Text(0, Integer.MAX_VALUE, max, false);
  }

  /** A text without its bytes behind the first so many. */
  public static String firstBytes(String text, int max) {
    if (text.length() * 4L <= max) {
      return text;
    }
    byte[] bytes = Bytes.encode(text);
    return bytes.length <= max ? text : Bytes.decode(java.util.Arrays.copyOf(bytes, max));
  }

  private record Text(int min, int max, int kept, boolean quotes) implements ValueType<String> {

    @Override
    public boolean isFreeText() {
      return true;
    }

    @Override
    public String read(List<String> words, RuleContext rule) throws BadValue {
      String word = words.get(0);
      int length = word.length() * 4L <= max && min == 0 ? 0 : Bytes.encode(word).length;
      if (length < min || length > max) {
        throw new BadValue(
            "expected a text of "
                + (min > 0 ? min + " to " : "at most ")
                + max
                + " bytes, found "
                + length);
      }
      return firstBytes(word, kept);
    }

    @Override
    public List<Value> print(String value) {
      return List.of(quotes ? Value.text(value) : Value.of(value));
    }
  }
}
