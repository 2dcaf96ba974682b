package io.github.chainbook.topology.reading;

import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A name or address with a port, cut apart.
 *
 * @param host what stands before the port, without brackets
 * @param bracketed whether it stood in brackets
 * @param port the port; empty where there is none
 */
record HostPort(String host, boolean bracketed, OptionalInt port) {

  private static final int MOST = 65535;

  /**
   * Cuts a text apart. A bare IPv6 address has no port.
   *
   * @param scalar the value that it is part of
   * @param from its index there
   * @throws BadText where its port or its brackets are wrong
   */
  static HostPort of(Scalar scalar, int from, String text) throws BadText {
    if (text.startsWith("[")) {
      int close = text.indexOf(']');
      if (close < 0 || close + 1 < text.length() && text.charAt(close + 1) != ':') {
        int at = from + (close < 0 ? text.length() : close + 1);
        throw new BadText(
            scalar, at, "expected an IPv6 address in brackets and a port, such as [::1]:80");
      }
      OptionalInt port =
          close + 1 == text.length()
              ? OptionalInt.empty()
              : OptionalInt.of(port(scalar, from + close + 2, text.substring(close + 2)));
      return new HostPort(text.substring(1, close), true, port);
    }
    int colon = text.lastIndexOf(':');
    if (colon < 0 || text.indexOf(':') < colon && address(text).isPresent()) {
      return new HostPort(text, false, OptionalInt.empty());
    }
    if (text.indexOf(':') < colon) {
      throw new BadText(
          scalar, from, "expected one colon, or an IPv6 address in brackets, such as [::1]:80");
    }
    int port = port(scalar, from + colon + 1, text.substring(colon + 1));
    return new HostPort(text.substring(0, colon), false, OptionalInt.of(port));
  }

  /** Reads a port. */
  static int port(Scalar scalar, int from, String text) throws BadText {
    int port = text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > MOST) {
      throw new BadText(
          scalar, from, "expected a port from 1 to 65535, found " + BadText.shown(text));
    }
    return port;
  }

  /** The host as an address; one in brackets must be of IPv6. */
  Optional<Address> address() {
    return address(host).filter(a -> !bracketed || a.family() == Family.IPV6);
  }

  /** Reads an address without the length of a prefix. */
  static Optional<Address> address(String text) {
    return text.indexOf('/') >= 0
        ? Optional.empty()
        : InterfaceAddress.parse(text).map(InterfaceAddress::address);
  }
}
