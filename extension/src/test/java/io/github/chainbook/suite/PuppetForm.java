package io.github.chainbook.suite;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What kind of value a parameter of puppetlabs-firewall has. Both their value and ours are brought
 * into one form, which {@link #of} makes of the text without its {@code !}.
 */
enum PuppetForm {
  /** As it stands. */
  TEXT,
  /** A list whose values stand for all packets that have any: its order says nothing. */
  SET,
  /** Ports and ranges, in order; they write a range with a dash. */
  RANGES,
  /** Decimal or, with 0x before it, hexadecimal. */
  NUMBER,
  /** A number and its mask, which may be left out where it has all bits. */
  MARK,
  /** An address and its mask; a host may stand without, and no bits at all are any address. */
  NETWORK,
  /** Two lists of flags behind one another. */
  TCP_FLAGS,
  /** A word whose case says nothing. */
  CAPITALS,
  /** A syslog level; its name or its number. */
  LEVEL,
  /** A user or group; iptables-save prints the number. */
  USER,
  /** A class of DiffServ; iptables-save prints the code point. */
  DSCP,
  /** A comment, before which they set a number where it has none. */
  NAME;

  String of(String text) {
    return switch (this) {
      case TEXT -> text;
      case SET -> sorted(text);
      case RANGES -> text.replace('-', ':');
      case NUMBER -> number(text);
      case MARK -> number(text.split("/")[0]) + "/" + mask(text);
      case NETWORK -> network(text);
      case TCP_FLAGS -> Arrays.stream(text.split(" ")).map(PuppetForm::sorted).toList().toString();
      case CAPITALS -> text.toUpperCase(Locale.ROOT);
      case LEVEL -> text.startsWith("warn") ? "4" : text;
      case USER -> text.equals("root") ? "0" : text;
      case DSCP -> text.equals("ef") ? number("0x2e") : number(text);
      case NAME -> text.replaceFirst("^9000 ", "");
    };
  }

  private static String sorted(String list) {
    return Arrays.stream(list.split(",")).sorted().collect(Collectors.joining(","));
  }

  private static String number(String text) {
    boolean isHex = text.startsWith("0x");
    return (isHex ? new BigInteger(text.substring(2), 16) : toDecimal(text)).toString();
  }

  // A text that is no number must differ from every number, not break the comparison.
  private static BigInteger toDecimal(String text) {
    return text.matches("\\d+") ? new BigInteger(text) : BigInteger.valueOf(-1);
  }

  private static String mask(String mark) {
    return number(mark.contains("/") ? mark.substring(mark.indexOf('/') + 1) : "0xffffffff");
  }

  private static String network(String text) {
    String full = text.contains(":") ? "/128" : "/32";
    int slash = text.indexOf('/');
    if (slash < 0) {
      return text + full;
    }
    String mask = text.substring(slash + 1);
    if (!mask.contains(":")) {
      return mask.equals("0") ? "any" : text;
    }
    int bits = 0;
    for (String group : mask.split(":")) {
      bits += Integer.bitCount(Integer.parseInt(group, 16));
    }
    return text.substring(0, slash + 1) + bits;
  }
}
