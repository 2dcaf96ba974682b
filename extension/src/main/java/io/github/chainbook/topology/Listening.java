package io.github.chainbook.topology;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.Optional;

/**
 * A listening socket.
 *
 * @param protocol the number of its protocol, TCP or UDP
 * @param address where it listens; empty for all addresses
 * @param port its port
 * @param family the only family that it listens for; empty for both, as with a socket of IPv6 that
 *     is bound to all addresses
 */
public record Listening(
    int protocol, Optional<Address> address, int port, Optional<Family> family) {

  /** {@code 8080}, {@code 53/udp}, {@code 127.0.0.1:15000}, {@code [::1]:80}. */
  @Override
  public String toString() {
    String host =
        address
            .map(a -> (a.family() == Family.IPV6 ? "[" + a + "]" : a.toString()) + ":")
            .orElse("");
    return host + port + (protocol == Protocols.UDP ? "/udp" : "");
  }
}
