package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The ports that NAT chooses from; {@code parse_ports} in libxt_NAT.c.
 *
 * @param range the ports
 * @param base where it is there, a port P becomes the first of the range plus (P - base), modulo
 *     the range's size
 */
public record NatPorts(PortRange range, OptionalInt base) {

  private static final int MAX = 65535;

  /** The protocols whose rules may name ports: icmp, tcp, udp, dccp, sctp; negated ones as well. */
  private static final Set<Integer> PROTOCOLS = Set.of(1, 6, 17, 33, 132);

  /** {@code 80}, {@code http} or {@code 80-90}. */
  public static final ValueType<NatPorts> WITHOUT_BASE =
      WordType.of((word, rule) -> parseWithoutBase(word, rule), NatPorts::toString);

  /** The same, or {@code 80-90/base}, where 0 is kept for whatever base is written. */
  public static final ValueType<NatPorts> BASE_LOST =
      WordType.of((word, rule) -> parse(word, rule).withoutBase(), NatPorts::toString);

  private static NatPorts parseWithoutBase(String word, RuleContext rule) throws BadValue {
    NatPorts ports = parse(word, rule);
    if (ports.base.isPresent()) {
      throw BadValue.expected("a port or a range such as 80-90 without a base", word);
    }
    return ports;
  }

  /**
   * Reads {@code port}, {@code low-high} or {@code low-high/base}.
   *
   * @throws BadValue where it is none, or the rule's protocol has no ports
   */
  public static NatPorts parse(String word, RuleContext rule) throws BadValue {
    if (!PROTOCOLS.contains(rule.protocol())) {
      throw new BadValue(
          "expected -p tcp, udp, sctp, dccp or icmp before a port, found the port " + word);
    }
    Scan low = Scan.number(word, 0);
    if (!low.found() || !Numbers.fits(low.value(), 0, MAX)) {
      return new NatPorts(PortRange.of(service(word)), OptionalInt.empty());
    }
    if (low.end() == word.length()) {
      return new NatPorts(PortRange.of((int) low.value()), OptionalInt.empty());
    }
    Scan high = Scan.number(word, low.end() + 1);
    boolean isRange =
        word.charAt(low.end()) == '-'
            && high.found()
            && Numbers.fits(high.value(), low.value(), MAX);
    if (!isRange) {
      throw BadValue.expected("a port or a range such as 80-90", word);
    }
    PortRange range = new PortRange((int) low.value(), (int) high.value());
    if (high.end() == word.length()) {
      return new NatPorts(range, OptionalInt.empty());
    }
    if (word.charAt(high.end()) != '/') {
      throw BadValue.expected("a range of ports such as 80-90 or 80-90/8080", word);
    }
    return new NatPorts(range, OptionalInt.of(base(word.substring(high.end() + 1))));
  }

  // iptables overlooks what stands behind the number.
  private static int base(String word) throws BadValue {
    Scan scan = Scan.number(word, 0);
    return scan.found() && Numbers.fits(scan.value(), 1, MAX) ? (int) scan.value() : service(word);
  }

  private static int service(String word) throws BadValue {
    return ServiceNames.port(word, 0)
        .orElseThrow(
            () -> BadValue.expected("a port from 0 to 65535 or the name of a service", word));
  }

  /** The same with 0 for the base, if it has one. */
  NatPorts withoutBase() {
    return base.isPresent() ? new NatPorts(range, OptionalInt.of(0)) : this;
  }

  /** {@code 80}, {@code 80-90} or {@code 80-90/8080}. */
  @Override
  public String toString() {
    String last = range.low() == range.high() ? "" : "-" + range.high();
    return range.low() + last + (base.isPresent() ? "/" + base.getAsInt() : "");
  }
}
