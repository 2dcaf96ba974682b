package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports as the C library's {@code getaddrinfo} reads them, which options of the types {@code
 * XTTYPE_PORT} and {@code XTTYPE_PORTRC} ask ({@code xtoptions.c} of libxtables 1.8.9): names of
 * services of any protocol, and decimal numbers, of which it keeps the lowest 16 bits.
 */
public final class ServicePorts {

  private static final int MAX = 65535;
  private static final Pattern DECIMAL = Pattern.compile("[ \\t-\\r]*+[+]?0*+([0-9]{0,20})");

  /** The protocols that the C library asks, in its order: tcp, udp, dccp, sctp. */
  private static final int[] PROTOCOLS = {6, 17, 33, 132};

  /** A port, or a range with a colon whose ends may be open. */
  public static final ValueType<PortRange> RANGE =
      WordType.of((word, rule) -> range(word), PortRange::toString);

  private ServicePorts() {}

  private static PortRange range(String word) throws BadValue {
    int colon = word.indexOf(':');
    if (colon < 0) {
      return PortRange.of(word.isEmpty() ? 0 : port(word));
    }
    String from = word.substring(0, colon);
    String to = word.substring(colon + 1);
    int low = from.isEmpty() ? 0 : port(from);
    int high = to.isEmpty() ? MAX : port(to);
    if (low > high) {
      throw new BadValue(
          "expected a range of ports whose first port is not above its last, found '" + word + "'");
    }
    return new PortRange(low, high);
  }

  /**
   * Reads one port.
   *
   * @throws BadValue where it is neither a number nor the name of a service
   */
  public static int port(String word) throws BadValue {
    return number(word)
        .or(() -> named(word))
        .orElseThrow(
            () -> BadValue.expected("a port from 0 to 65535 or the name of a service", word));
  }

  // The number is cut to an int, where a negative one is none, and then to 16 bits.
  private static Optional<Integer> number(String word) {
    Matcher decimal = DECIMAL.matcher(word);
    boolean digits = !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1));
    if (!digits || !decimal.matches()) {
      return Optional.empty();
    }
    BigInteger value = new BigInteger("0" + decimal.group(1));
    int cut = value.intValue();
    return value.bitLength() > 64 || cut < 0 ? Optional.empty() : Optional.of(cut & MAX);
  }

  private static Optional<Integer> named(String word) {
    for (int protocol : PROTOCOLS) {
      Optional<Integer> port = ServiceNames.port(word, protocol);
      if (port.isPresent()) {
        return port;
      }
    }
    return Optional.empty();
  }
}
