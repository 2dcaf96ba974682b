package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ports and ranges of ports, any of which may be met; iptables-extensions(8), section multiport.
 *
 * @param protocol the number of the protocol whose ports they are; 0 where it is not known yet
 * @param ranges the ranges, a port alone being a range of one
 */
public record PortList(int protocol, List<PortRange> ranges) {

  /** XT_MULTI_PORTS; linux/netfilter/xt_multiport.h. */
  private static final int MAX_PORTS = 15;

  private static final int UDPLITE = 136;

  /** Up to fifteen ports with commas, a range such as {@code 1024:2047} counting as two. */
  public static final ValueType<PortList> TYPE = WordType.of(PortList::parse, PortList::toString);

  public PortList {
    ranges = List.copyOf(ranges);
  }

  private static PortList parse(String list, RuleContext rule) throws BadValue {
    List<PortRange> ranges = new ArrayList<>();
    int ports = 0;
    for (String word : list.split(",", MAX_PORTS + 1)) {
      int colon = word.indexOf(':');
      ports += colon < 0 ? 1 : 2;
      if (ports > MAX_PORTS) {
        throw new BadValue(
            "expected at most " + MAX_PORTS + " ports, of which a range counts as two");
      }
      ranges.add(
          colon < 0
              ? PortRange.of(port(word, rule))
              : range(word.substring(0, colon), word.substring(colon + 1), rule));
    }
    return new PortList(rule.protocol(), ranges);
  }

  private static PortRange range(String from, String to, RuleContext rule) throws BadValue {
    int low = port(from, rule);
    int high = port(to, rule);
    if (low >= high) {
      throw BadValue.expected(
          "a range of ports whose first port is below its last", from + ":" + to);
    }
    return new PortRange(low, high);
  }

  // No service has a name under UDP-Lite.
  private static int port(String word, RuleContext rule) throws BadValue {
    return rule.protocol() == UDPLITE
        ? (int) Numbers.parse(word, 0, PortRange.ALL.high())
        : PortRange.port(word, rule.protocol());
  }

  /** Whether this port is in one of the ranges. */
  public boolean contains(int port) {
    return ranges.stream().anyMatch(range -> range.contains(port));
  }

  @Override
  public String toString() {
    return ranges.stream().map(PortRange::toString).collect(Collectors.joining(","));
  }
}
