package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;

/**
 * Ports as {@code XTTYPE_PORTRC} of libxtables reads them, which udp and dccp use: it asks {@code
 * getaddrinfo}. So numbers are decimal only and count modulo 65536, and a service's name need not
 * be one of the rule's protocol.
 */
public final class LookedUpPorts {

  /** A port, or a range with a colon whose ends may be open; an empty word is port 0. */
  public static final ValueType<PortRange> TYPE =
      WordType.of((word, rule) -> parse(word), PortRange::toString);

  private static final int ANY_PROTOCOL = 0;

  private LookedUpPorts() {}

  /**
   * Reads {@code 80}, {@code http}, {@code 1024:}, {@code :1023} or {@code 10:20}.
   *
   * @throws BadValue where a port is none, or the lower end is the higher one
   */
  public static PortRange parse(String word) throws BadValue {
    int colon = word.indexOf(':');
    if (colon < 0) {
      return PortRange.of(end(word, 0));
    }
    int low = end(word.substring(0, colon), PortRange.ALL.low());
    int high = end(word.substring(colon + 1), PortRange.ALL.high());
    if (low > high) {
      throw new BadValue(
          "expected a range of ports whose first port is not above its last, found '" + word + "'");
    }
    return new PortRange(low, high);
  }

  private static int end(String word, int otherwise) throws BadValue {
    if (word.isEmpty()) {
      return otherwise;
    }
    CNumber number = CNumber.decimal(word, 0);
    // The C library keeps 32 bits of the number and takes a negative one for a name.
    if (number.found() && number.end() == word.length() && (int) number.value() >= 0) {
      return (int) number.value() & 0xFFFF;
    }
    return ServiceNames.port(word, ANY_PROTOCOL)
        .orElseThrow(
            () -> BadValue.expected("a port from 0 to 65535 or the name of a service", word));
  }
}
