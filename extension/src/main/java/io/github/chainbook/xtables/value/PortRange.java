package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.PlainWord;
import io.github.chainbook.xtables.ValueType;

/**
 * A range of ports, both ends included.
 *
 * @param low the lowest port
 * @param high the highest port
 */
public record PortRange(int low, int high) {

  private static final int MAX = 65535;

  /** Every port. */
  public static final PortRange ALL = new PortRange(0, MAX);

  /** Reads a port. */
  @FunctionalInterface
  interface PortReader {
    /**
     * Reads a port.
     *
     * @throws BadValue where it is none
     */
    int read(String word) throws BadValue;
  }

  /**
   * A port, or a range with a colon whose ends may be open, as {@code -m tcp} and {@code -m sctp}
   * read them.
   *
   * @param protocol the number of the protocol whose services may be named
   */
  public static ValueType<PortRange> ofProtocol(int protocol) {
    return WordType.of(
        PlainWord.PORT,
        (word, rule) -> parse(word, end -> port(end, protocol)),
        PortRange::toString);
  }

  /** A range of one port. */
  public static PortRange of(int port) {
    return new PortRange(port, port);
  }

  /**
   * Reads {@code 80}, {@code http}, {@code 1024:}, {@code :1023} or {@code 10:20}.
   *
   * @param ports how each port is read
   * @throws BadValue where a port is none, or the lower end is the higher one
   */
  static PortRange parse(String word, PortReader ports) throws BadValue {
    int colon = word.indexOf(':');
    if (colon < 0) {
      return of(ports.read(word));
    }
    String from = word.substring(0, colon);
    String to = word.substring(colon + 1);
    int low = from.isEmpty() ? 0 : ports.read(from);
    int high = to.isEmpty() ? MAX : ports.read(to);
    if (low > high) {
      throw BadValue.expected("a range of ports whose first port is not above its last", word);
    }
    return new PortRange(low, high);
  }

  /**
   * Reads one port, by number or by the name of a service.
   *
   * @param protocol the number of the protocol whose services are meant; 0 for any
   * @throws BadValue where it is neither
   */
  public static int port(String word, int protocol) throws BadValue {
    Numbers.Scan scan = Numbers.Scan.number(word, 0);
    if (scan.found() && scan.end() == word.length() && Numbers.fits(scan.value(), 0, MAX)) {
      return (int) scan.value();
    }
    return ServiceNames.port(word, protocol)
        .orElseThrow(
            () -> BadValue.expected("a port from 0 to 65535 or the name of a service", word));
  }

  /** Whether this port is in the range. */
  public boolean contains(int port) {
    return low <= port && port <= high;
  }

  // As in Address: what javac makes of it would be made anew in each run.
  @Override
  public boolean equals(Object other) {
    return other instanceof PortRange range && low == range.low && high == range.high;
  }

  @Override
  public int hashCode() {
    return 31 * low + high;
  }

  /** {@code low:high}, or the port alone where both are the same. */
  @Override
  public String toString() {
    return low == high ? String.valueOf(low) : low + ":" + high;
  }
}
