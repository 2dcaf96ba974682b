package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.Optional;

/**
 * A socket that waits for packets, transparent as proxies' are.
 *
 * @param protocol the number of its protocol, TCP or UDP
 * @param family its family
 * @param address where; empty for all addresses
 * @param port its port
 */
public record Listener(int protocol, Family family, Optional<Address> address, int port) {

  private static final int TCP = 6;
  private static final int UDP = 17;

  /** Reads {@code tcp:15006}, {@code udp:1.2.3.4@53} or {@code tcp6:[::1]@80}. */
  public static Optional<Listener> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String name = text.substring(0, colon);
    String rest = text.substring(colon + 1);
    int at = rest.lastIndexOf('@');
    String host = at < 0 ? "" : rest.substring(0, at).replaceAll("[\\[\\]]", "");
    String port = rest.substring(at + 1);
    boolean six = name.endsWith("6") || host.indexOf(':') >= 0;
    int protocol = name.startsWith("tcp") ? TCP : name.startsWith("udp") ? UDP : 0;
    if (protocol == 0 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
      return Optional.empty();
    }
    Family family = six ? Family.IPV6 : Family.IPV4;
    Optional<Address> address =
        host.isEmpty() ? Optional.empty() : Address.find(host, family).filter(a -> !a.isZero());
    return Optional.of(new Listener(protocol, family, address, Integer.parseInt(port)));
  }

  /** Whether a packet to this address and port would find it; below 0, to some port. */
  boolean hears(int otherProtocol, Address destination, int otherPort, boolean wildcard) {
    return protocol == otherProtocol
        && family == destination.family()
        && (otherPort < 0 || port == otherPort)
        && address.map(destination::equals).orElse(wildcard);
  }
}
