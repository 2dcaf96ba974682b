package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.ValueType;
import java.util.Optional;

/**
 * A type of ICMP or ICMPv6 message, with its codes; iptables-extensions(8), sections icmp and
 * icmp6.
 *
 * @param type the type
 * @param codes the codes that it may have
 */
public record IcmpType(int type, NumberRange codes) {

  private static final int MAX = 255;
  private static final NumberRange ALL_CODES = new NumberRange(0, MAX);

  /** In IPv4 type 255 means every message, whatever its codes; the kernel's xt_tcpudp.c. */
  private static final int ANY = 255;

  /** {@code type[/code]} or a name of ICMP's. */
  public static final ValueType<IcmpType> IPV4 =
      WordType.of((word, rule) -> parse(word, Family.IPV4), IcmpType::printIpv4);

  /** {@code type[/code]} or a name of ICMPv6's. */
  public static final ValueType<IcmpType> IPV6 =
      WordType.of((word, rule) -> parse(word, Family.IPV6), IcmpType::toString);

  /** A type with any code. */
  public static IcmpType ofType(int type) {
    return new IcmpType(type, ALL_CODES);
  }

  /**
   * Reads a type: a name or its beginning, or numbers.
   *
   * @throws BadValue where it is none, or the beginning of several names
   */
  public static IcmpType parse(String word, Family family) throws BadValue {
    Optional<IcmpType> named = names(family).find(word);
    if (named.isPresent()) {
      return named.get();
    }
    int slash = word.indexOf('/');
    NumberRange types = numbers(slash < 0 ? word : word.substring(0, slash));
    NumberRange codes = slash < 0 ? ALL_CODES : numbers(word.substring(slash + 1));
    if (types == null || codes == null || types.low() != types.high()) {
      throw new BadValue(
          "expected a type by name or as type[/code] with numbers up to "
              + MAX
              + ", found '"
              + word
              + "'"
              + names(family).hint(word));
    }
    return new IcmpType((int) types.low(), codes);
  }

  // A number, or two with a colon in any order; null for anything else.
  private static NumberRange numbers(String text) {
    Numbers.Scan low = Numbers.Scan.number(text, 0);
    if (!isByte(low)) {
      return null;
    }
    if (low.end() == text.length()) {
      return new NumberRange(low.value(), low.value());
    }
    Numbers.Scan high = Numbers.Scan.number(text, low.end() + 1);
    boolean whole = text.charAt(low.end()) == ':' && isByte(high) && high.end() == text.length();
    return whole ? new NumberRange(low.value(), high.value()) : null;
  }

  private static boolean isByte(Numbers.Scan scan) {
    return scan.found() && Numbers.fits(scan.value(), 0, MAX);
  }

  private static IcmpNames names(Family family) {
    return family == Family.IPV4 ? IcmpNames.IPV4 : IcmpNames.IPV6;
  }

  /** The name by which iptables knows it, if it has one. */
  public Optional<String> name(Family family) {
    return names(family).name(this);
  }

  /** Whether a message of this type and code is meant. */
  public boolean covers(Family family, int type, int code) {
    return isAny(family) || type == this.type && codes.low() <= code && code <= codes.high();
  }

  /** Whether every message is meant. */
  public boolean isAny(Family family) {
    return family == Family.IPV4 && type == ANY;
  }

  private String printIpv4() {
    // iptables 1.8.9 prints any for every code; later versions and its test list keep the code.
    return type == ANY && codes.equals(ALL_CODES) ? "any" : toString();
  }

  /** {@code type/code}, or the type alone; of several codes iptables prints the first one only. */
  @Override
  public String toString() {
    return codes.equals(ALL_CODES) ? String.valueOf(type) : type + "/" + codes.low();
  }
}
