package io.github.chainbook.netfilter.language;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.IcmpType;
import io.github.chainbook.xtables.value.Mac;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the values of attributes. */
final class Values {

  static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

  static final long MAX_32 = 0xFFFFFFFFL;

  private static final int NAME_BYTES = 15;

  private Values() {}

  /** A number up to a greatest one, decimal or hexadecimal. */
  static long number(Token token, long max) throws BadLine {
    return number(token.text(), token, 0, max);
  }

  static long number(String text, Token token, int index, long max) throws BadLine {
    boolean hex = text.matches("0[xX][0-9a-fA-F]{1,8}");
    boolean decimal = text.matches("[0-9]{1,10}");
    long value = hex ? Long.parseLong(text.substring(2), 16) : decimal ? Long.parseLong(text) : -1;
    if (!token.isWord() || value < 0 || value > max) {
      String found = index == 0 ? token.shown() : "'" + text + "'";
      throw new BadLine(
          token.columnOf(index), "expected a number from 0 to " + max + ", found " + found);
    }
    return value;
  }

  /** Numbers with commas. */
  static List<Long> numbers(Token token) throws BadLine {
    List<Long> numbers = new ArrayList<>();
    int index = 0;
    for (String part : token.text().split(",", -1)) {
      numbers.add(number(part, token, index, MAX_32));
      index += part.length() + 1;
    }
    return List.copyOf(numbers);
  }

  /** TCP flags with commas. */
  static long flags(Token token) throws BadLine {
    long bits = 0;
    if (token.text().equalsIgnoreCase("NONE")) {
      return bits;
    }
    int index = 0;
    for (String part : token.text().split(",", -1)) {
      int bit = FLAGS.indexOf(part.toUpperCase(Locale.ROOT));
      if (bit < 0) {
        String found = part.isEmpty() ? token.shown() : "'" + part + "'";
        throw new BadLine(
            token.columnOf(index),
            "expected TCP flags of "
                + String.join(", ", FLAGS)
                + " with commas, or NONE, found "
                + found
                + DidYouMean.hint(part, FLAGS));
      }
      bits |= 1L << bit;
      index += part.length() + 1;
    }
    return bits;
  }

  /** The name of an interface. */
  static String device(String name, Token token) throws BadLine {
    int length = name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    boolean bad = length == 0 || length > NAME_BYTES || name.indexOf('/') >= 0;
    if (bad || token.kind() == Token.Kind.SIGN) {
      throw BadLine.expected("the name of an interface, up to 15 bytes", token);
    }
    return name;
  }

  static long mac(Token token) throws BadLine {
    try {
      return Mac.parse(token.text()).bits();
    } catch (BadValue e) {
      throw new BadLine(token.column(), e.getMessage());
    }
  }

  /** A type of ICMP message; one that names no code has code 0. */
  static IcmpType icmp(Token token, Family family) throws BadLine {
    try {
      IcmpType type = IcmpType.parse(token.text(), family);
      if (token.isWord() && !type.isAny(family)) {
        return type;
      }
    } catch (BadValue e) {
      throw new BadLine(token.column(), e.getMessage());
    }
    throw BadLine.expected("the type of one message, such as echo-request or 3/1", token);
  }
}
