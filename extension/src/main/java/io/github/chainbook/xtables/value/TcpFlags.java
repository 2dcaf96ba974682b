package io.github.chainbook.xtables.value;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The flags that {@code --tcp-flags} looks at; iptables-extensions(8), section tcp.
 *
 * @param examined the bits of the TCP header's flags that are looked at
 * @param set the bits that must be set, while the other examined ones must not
 */
public record TcpFlags(int examined, int set) {

  private static final List<String> NAMES = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");
  private static final Map<String, Integer> GROUPS = Map.of("ALL", 0x3F, "NONE", 0);

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

  private static int bits(String list) throws BadValue {
    int bits = 0;
    boolean ascii = list.length() < 1000 && list.chars().allMatch(c -> c < 0x80);
    for (String name : ascii ? list.toUpperCase(Locale.ROOT).split(",") : new String[] {list}) {
      int index = NAMES.indexOf(name);
      if (!ascii || index < 0 && !name.isEmpty() && !GROUPS.containsKey(name)) {
        throw new BadValue(
            "expected TCP flags of "
                + String.join(", ", NAMES)
                + ", ALL or NONE, with commas, found '"
                + list
                + "'"
                + DidYouMean.hint(name, NAMES));
      }
      bits |= index < 0 ? GROUPS.getOrDefault(name, 0) : 1 << index;
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
