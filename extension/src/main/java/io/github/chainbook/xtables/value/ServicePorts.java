package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.PlainWord;
import io.github.chainbook.xtables.ValueType;
import java.util.Optional;

/**
 * Ports as {@code getaddrinfo} of the GNU C library reads them, otherwise than those of tcp and
 * sctp ({@code xtoptions.c} of libxtables 1.8.9): decimal numbers, of which it keeps the lowest 16
 * bits, and names of services of any protocol.
 */
public final class ServicePorts {

  /** The protocols that the C library asks, in its order: tcp, udp, dccp, sctp. */
  private static final int[] PROTOCOLS = {6, 17, 33, 132};

  private static final int LOW_16 = 0xFFFF;

  /** A port by number or name, printed as a number ({@code XTTYPE_PORT}). */
  public static final ValueType<Integer> PORT =
      WordType.of((word, rule) -> port(word), String::valueOf);

  /** A port, or a range with a colon whose ends may be open ({@code XTTYPE_PORTRC}). */
  public static final ValueType<PortRange> RANGE =
      WordType.of(
          PlainWord.PORT,
          (word, rule) -> PortRange.parse(word, ServicePorts::port),
          PortRange::toString);

  private ServicePorts() {}

  // The number is cut to an int, where a negative one is none, and then to 16 bits. An empty word
  // asks for no service, which has port 0.
  private static int port(String word) throws BadValue {
    CNumber number = CNumber.decimal(word, 0);
    boolean isNumber = number.found() && number.end() == word.length();
    if (word.isEmpty() || isNumber && (int) number.value() >= 0) {
      return (int) number.value() & LOW_16;
    }
    return named(word)
        .orElseThrow(
            () -> BadValue.expected("a port from 0 to 65535 or the name of a service", word));
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
