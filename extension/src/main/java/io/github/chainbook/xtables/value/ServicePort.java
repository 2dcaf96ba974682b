package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A port as {@code getaddrinfo} of the GNU C library reads it ({@code XTTYPE_PORT} of libxtables),
 * otherwise than the ports of tcp and udp: decimal only, and of a number above 65535 the low 16
 * bits count.
 */
public final class ServicePort {

  /** A port by number or by the name of a service, printed as a number. */
  public static final ValueType<Integer> TYPE =
      WordType.of((word, rule) -> parse(word), String::valueOf);

  private static final Pattern DECIMAL = Pattern.compile("[ \\t-\\r]*+([+-]?)(0*+)([0-9]*+)");

  // TCP, UDP, DCCP and SCTP, in the order in which getaddrinfo asks for a service.
  private static final int[] PROTOCOLS = {6, 17, 33, 132};

  private ServicePort() {}

  /**
   * Reads a port.
   *
   * @throws BadValue where it is none
   */
  public static int parse(String word) throws BadValue {
    int number = word.isEmpty() ? 0 : number(word);
    if (number >= 0) {
      return number & 0xFFFF;
    }
    Optional<Integer> named =
        IntStream.of(PROTOCOLS)
            .mapToObj(protocol -> ServiceNames.port(word, protocol))
            .flatMap(Optional::stream)
            .findFirst();
    return named.orElseThrow(
        () ->
            BadValue.expected("a port from 0 to 65535 in decimal or the name of a service", word));
  }

  // An int, as C keeps it; below zero where there is no number.
  private static int number(String word) {
    Matcher matcher = DECIMAL.matcher(word);
    if (!matcher.matches() || matcher.group(2).isEmpty() && matcher.group(3).isEmpty()) {
      return -1;
    }
    Scan scan = Scan.number(matcher.group(3).isEmpty() ? "0" : matcher.group(3), 0);
    int number = scan.found() ? (int) scan.value() : -1;
    return scan.found() && matcher.group(1).equals("-") ? -number : number;
  }
}
