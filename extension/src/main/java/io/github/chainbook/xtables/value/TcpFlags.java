package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The flags that {@code --tcp-flags} looks at; iptables-extensions(8), section tcp.
 *
 * @param examined the bits of the TCP header's flags that are looked at
 * @param set the bits that must be set, while the other examined ones must not
 */
public record TcpFlags(int examined, int set) {

  private static final List<String> NAMES = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");

  /** The bits that a name in small letters stands for. */
  private static final Map<String, Integer> BITS =
      Map.of(
          "fin", 0x01, "syn", 0x02, "rst", 0x04, "psh", 0x08, "ack", 0x10, "urg", 0x20, "all", 0x3F,
          "none", 0);

  /** What {@code --syn} stands for. */
  public static final TcpFlags SYN = new TcpFlags(0x17, 0x02);

  /** Two lists with commas: what is looked at, and what must be set. */
  public static final ValueType<TcpFlags> TYPE =
      new ValueType<>() {
        @Override
        public int words() {
          return 2;
        }

        @Override
        public TcpFlags read(List<String> words, RuleContext rule) throws BadValue {
          return new TcpFlags(bits(words.get(0)), bits(words.get(1)));
        }

        @Override
        public List<Value> print(TcpFlags value) {
          return List.of(Value.of(names(value.examined)), Value.of(names(value.set)));
        }
      };

  // Empty names count for nothing.
  private static int bits(String list) throws BadValue {
    int bits = 0;
    for (String name : Letters.small(list).split(",")) {
      Integer known = name.isEmpty() ? Integer.valueOf(0) : BITS.get(name);
      if (known == null) {
        throw BadValue.expected(
            "TCP flags of " + String.join(", ", NAMES) + ", ALL or NONE, with commas", name, NAMES);
      }
      bits |= known;
    }
    return bits;
  }

  private static String names(int bits) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      if ((bits >> i & 1) != 0) {
        names.add(NAMES.get(i));
      }
    }
    return names.isEmpty() ? "NONE" : String.join(",", names);
  }
}
