package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.Optional;

/** Reads an address with a port: {@code 10.0.0.1:80}, {@code [2001:db8::1]:80}, {@code *}. */
final class Ends {

  private static final String EXPECTED =
      "an address such as 10.0.0.1:80, [2001:db8::1]:80 or 2001:db8::1";

  private static final int MAX_PORT = 65535;

  private Ends() {}

  /**
   * Reads an end; its address or port is not known where {@code *} stands, or nothing.
   *
   * @throws BadLine where it is none
   */
  static Endpoint read(Token token) throws BadLine {
    String text = token.text();
    if (!token.isWord()) {
      throw BadLine.expected(EXPECTED, token);
    }
    int colon = portColon(text);
    String host = colon < 0 ? text : text.substring(0, colon);
    boolean brackets = host.startsWith("[") && host.endsWith("]");
    String plain = brackets ? host.substring(1, host.length() - 1) : host;
    Address address = plain.equals("*") ? null : address(plain, brackets, token);
    return new Endpoint(
        address, colon < 0 ? Header.NO_PORT : port(text.substring(colon + 1), token, colon + 1));
  }

  // An IPv6 address without brackets has no port: its last part would be taken for one.
  private static int portColon(String text) {
    int colon = text.lastIndexOf(':');
    boolean bare = !text.startsWith("[") && text.indexOf(':') != colon;
    boolean inside = text.startsWith("[") && colon < text.indexOf(']');
    return bare || inside ? -1 : colon;
  }

  private static Address address(String text, boolean brackets, Token token) throws BadLine {
    Family family = brackets || text.indexOf(':') >= 0 ? Family.IPV6 : Family.IPV4;
    boolean whole = family == Family.IPV6 || text.chars().filter(c -> c == '.').count() == 3;
    Optional<Address> found = whole ? Address.find(text, family) : Optional.empty();
    return found.orElseThrow(() -> BadLine.expected(EXPECTED, token));
  }

  /** Reads a port at an index of a word. */
  static int port(String text, Token token, int index) throws BadLine {
    if (text.equals("*")) {
      return Header.NOT_KNOWN;
    }
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MAX_PORT) {
      throw new BadLine(
          token.columnOf(index), "expected a port from 0 to 65535, found '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}
