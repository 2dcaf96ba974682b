package io.github.chainbook.topology.reading;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.Optional;

/**
 * Reads listening sockets: {@code 8080}, {@code 53/udp}, {@code 127.0.0.1:15000}, {@code [::1]:80}.
 * As ss(8) writes them, {@code *:80} hears both families, {@code 0.0.0.0:80} and {@code [::]:80}
 * one.
 */
final class Sockets {

  private static final String EXPECTED =
      "expected a port such as 8080, 53/udp, 127.0.0.1:15000 or [::1]:80, found ";

  private Sockets() {}

  /**
   * Reads a socket.
   *
   * @throws BadText where it is none
   */
  static Listening read(Scalar scalar) throws BadText {
    String text = scalar.text();
    int slash = text.lastIndexOf('/');
    String socket = slash < 0 ? text : text.substring(0, slash);
    int protocol = protocol(scalar, slash, slash < 0 ? "tcp" : text.substring(slash + 1));
    if (socket.indexOf(':') < 0) {
      int port = HostPort.port(scalar, 0, socket);
      return new Listening(protocol, Optional.empty(), port, Optional.empty());
    }
    HostPort parts = HostPort.of(scalar, 0, socket);
    if (parts.port().isEmpty()) {
      throw new BadText(scalar, 0, EXPECTED + BadText.shown(text));
    }
    int port = parts.port().getAsInt();
    if (parts.host().equals("*") && !parts.bracketed()) {
      return new Listening(protocol, Optional.empty(), port, Optional.empty());
    }
    Address address =
        parts.address().orElseThrow(() -> new BadText(scalar, 0, EXPECTED + BadText.shown(text)));
    Optional<Family> only = address.isZero() ? Optional.of(address.family()) : Optional.empty();
    Optional<Address> at = address.isZero() ? Optional.empty() : Optional.of(address);
    return new Listening(protocol, at, port, only);
  }

  private static int protocol(Scalar scalar, int slash, String word) throws BadText {
    return switch (word) {
      case "tcp" -> Protocols.TCP;
      case "udp" -> Protocols.UDP;
      default ->
          throw new BadText(scalar, slash + 1, "expected tcp or udp, found " + BadText.shown(word));
    };
  }
}
