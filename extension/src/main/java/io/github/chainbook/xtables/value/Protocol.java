package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ProtocolNames;
import io.github.chainbook.xtables.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * An IP protocol.
 *
 * @param number its number; 0 stands for any
 */
public record Protocol(int number) {

  private static final List<String> USUAL =
      List.of("tcp", "udp", "icmp", "icmpv6", "udplite", "esp", "ah", "sctp", "gre", "all");

  /** A number or a name, printed as a name where it has one. */
  public static final ValueType<Protocol> TYPE =
      WordType.of((word, rule) -> parse(word), Protocol::toString);

  /**
   * Reads a number or a name.
   *
   * @throws BadValue where it is neither
   */
  public static Protocol parse(String word) throws BadValue {
    Optional<Integer> named = ProtocolNames.number(word);
    if (named.isPresent()) {
      return new Protocol(named.get());
    }
    Numbers.Scan scan = Numbers.Scan.number(word, 0);
    if (scan.found() && scan.end() == word.length() && Numbers.fits(scan.value(), 0, 255)) {
      return new Protocol((int) scan.value());
    }
    throw BadValue.expected("a protocol, by name or by a number from 0 to 255", word, USUAL);
  }

  /** Its name, or its number where it has none. */
  @Override
  public String toString() {
    return ProtocolNames.print(number);
  }
}
