package io.github.chainbook.xtables.value;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.PlainWord;
import io.github.chainbook.xtables.ValueType;

/**
 * The name of an interface, or the beginning of names; iptables(8), {@code -i}.
 *
 * @param name the name, without a {@code +} at its end
 * @param prefix whether any rest may follow
 */
public record InterfaceName(String name, boolean prefix) {

  /** IFNAMSIZ less its terminating zero; linux/if.h. */
  private static final int MAX_BYTES = 15;

  /** A name; with a {@code +} at its end the beginning of names. */
  public static final ValueType<InterfaceName> TYPE =
      WordType.of(PlainWord.INTERFACE, (word, rule) -> parse(word), InterfaceName::toString);

  /** A name of one byte at least, as rules themselves want it; their matches do not mind. */
  public static final ValueType<InterfaceName> NAMED =
      WordType.of(PlainWord.INTERFACE, (word, rule) -> parseNamed(word), InterfaceName::toString);

  private static InterfaceName parseNamed(String word) throws BadValue {
    if (word.isEmpty()) {
      throw BadValue.expected("an interface's name", word);
    }
    return parse(word);
  }

  /**
   * Reads a name.
   *
   * @throws BadValue where it is longer than an interface's name can be
   */
  public static InterfaceName parse(String word) throws BadValue {
    if (word.length() > MAX_BYTES || Bytes.encode(word).length > MAX_BYTES) {
      throw BadValue.expected("an interface's name of at most " + MAX_BYTES + " bytes", word);
    }
    boolean prefix = word.endsWith("+");
    return new InterfaceName(prefix ? word.substring(0, word.length() - 1) : word, prefix);
  }

  /** Whether it stands for every interface. */
  public boolean isAny() {
    return name.isEmpty();
  }

  /** Whether this interface is meant. */
  public boolean covers(String other) {
    return prefix ? other.startsWith(name) : other.equals(name);
  }

  @Override
  public String toString() {
    return name + (prefix ? "+" : "");
  }
}
