package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of hosts, whose addresses iptables asks the machine that loads the rules for. */
final class HostName {

  /** How long a name can be in the domain name system, with a dot at its end. */
  private static final int MAX_LENGTH = 255;

  private static final Pattern NAME =
      Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\\.?");

  private HostName() {}

  /**
   * The address of {@code localhost}, which is the same on every machine; empty for what cannot be
   * a name.
   *
   * @throws BadValue which says so where it may be the name of some other host
   */
  static Optional<Address> find(String word, Family family) throws BadValue {
    if (Letters.same(word, "localhost")) {
      return Optional.of(
          family == Family.IPV4 ? Address.ipv4(0x7F000001) : new Address(family, 0, 1));
    }
    if (word.length() <= MAX_LENGTH && NAME.matcher(word).matches()) {
      throw BadValue.unresolved(
          "only the machine that loads the rules knows the address of " + word);
    }
    return Optional.empty();
  }
}
