package io.github.chainbook.netfilter;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;

/**
 * An address with a port.
 *
 * @param address null where it is not known
 * @param port {@link Header#NO_PORT} where there is none, {@link Header#NOT_KNOWN}
 */
public record Endpoint(Address address, int port) {

  /** {@code 10.0.0.1:80} or {@code [2001:db8::1]:80}; {@code *} for what is not known. */
  @Override
  public String toString() {
    String text = address == null ? "*" : address.toString();
    if (port == Header.NO_PORT) {
      return text;
    }
    boolean brackets = address != null && address.family() == Family.IPV6;
    String number = port == Header.NOT_KNOWN ? "*" : String.valueOf(port);
    return (brackets ? "[" + text + "]" : text) + ":" + number;
  }
}
