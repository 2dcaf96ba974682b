package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.PlainWord;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.ValueType;
import java.util.Optional;

/**
 * What NAT writes into a packet; {@code parse_to} in libxt_NAT.c.
 *
 * @param addresses the addresses to choose from; none where the address stays
 * @param ports the ports to choose from; none where the port stays if it can
 */
public record NatRange(Optional<NatAddresses> addresses, Optional<NatPorts> ports) {

  /** {@code [address[-address]][:port[-port[/base]]]}; IPv6 addresses before ports in brackets. */
  public static final ValueType<NatRange> TYPE =
      WordType.of(PlainWord.NAT_RANGE, (word, rule) -> parse(word, rule), NatRange::toString);

  /** The same, where 0 is kept for whatever base is written. */
  public static final ValueType<NatRange> BASE_LOST =
      WordType.of(
          PlainWord.NAT_RANGE,
          (word, rule) -> {
            NatRange range = parse(word, rule);
            return new NatRange(range.addresses, range.ports.map(NatPorts::withoutBase));
          },
          NatRange::toString);

  /**
   * Reads addresses and ports.
   *
   * @throws BadValue where they are none of the rule's family, or its protocol has no ports
   */
  public static NatRange parse(String word, RuleContext rule) throws BadValue {
    int bracket = word.indexOf('[');
    int end = bracket < 0 ? word.length() : word.indexOf(']', bracket);
    if (end < 0 || bracket >= 0 && rule.family() == Family.IPV4) {
      throw BadValue.expected("addresses such as " + example(rule.family()), word);
    }
    int colon = word.indexOf(':', bracket < 0 ? 0 : end);
    if (colon >= 0 && bracket < 0) {
      // Two colons without brackets make an IPv6 address; one stands before a port.
      colon = word.indexOf(':', colon + 1) < 0 ? colon : -1;
      end = colon < 0 ? end : colon;
    }
    Optional<NatPorts> ports = Optional.empty();
    if (colon >= 0) {
      ports = Optional.of(NatPorts.parse(word.substring(colon + 1), rule));
    }
    // libxt_NAT.c takes a colon in the third place for that behind [], whatever is before it.
    if (colon == 0 || colon == 2) {
      return new NatRange(Optional.empty(), ports);
    }
    String addresses = word.substring(bracket + 1, end);
    return new NatRange(Optional.of(NatAddresses.parse(addresses, rule.family())), ports);
  }

  private static String example(Family family) {
    return family == Family.IPV4
        ? "10.0.0.1, 10.0.0.1-10.0.0.9 or 10.0.0.1:80"
        : "2001:db8::1, 2001:db8::1-2001:db8::9 or [2001:db8::1]:80";
  }

  /** As iptables-save prints it. */
  @Override
  public String toString() {
    String to = addresses.map(NatAddresses::toString).orElse("");
    boolean brackets =
        ports.isPresent() && addresses.filter(a -> a.low().family() == Family.IPV6).isPresent();
    return (brackets ? "[" + to + "]" : to) + ports.map(p -> ":" + p).orElse("");
  }
}
