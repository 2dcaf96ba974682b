package io.github.chainbook.xtables.value;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of ipset, and which parts of a packet are looked up in it; iptables-extensions(8), section
 * set. Whether the set exists only the loading machine knows.
 *
 * @param name the set's name
 * @param sides for each dimension of the set, the side of the packet that is looked up
 */
public record SetReference(String name, List<Side> sides) {

  /** A side of the packet. */
  public enum Side {
    /** The source. */
    SRC,
    /** The destination. */
    DST;

    @Override
    public String toString() {
      return this == SRC ? "src" : "dst";
    }
  }

  /** IPSET_MAXNAMELEN less its terminating zero; linux/netfilter/ipset/ip_set.h. */
  private static final int MAX_BYTES = 31;

  /** IPSET_DIM_MAX; linux/netfilter/ipset/ip_set.h. */
  private static final int MAX_SIDES = 6;

  /** A set's name, then {@code src} and {@code dst} with commas. */
  public static final ValueType<SetReference> TYPE =
      new ValueType<>() {
        @Override
        public int words() {
          return 2;
        }

        @Override
        public boolean isFreeText() {
          return true; // a set's name may begin with a dash
        }

        @Override
        public SetReference read(List<String> words, RuleContext rule) throws BadValue {
          return new SetReference(readName(words.get(0)), readSides(words.get(1)));
        }

        @Override
        public List<Value> print(SetReference value) {
          String sides = value.sides.stream().map(Side::toString).collect(Collectors.joining(","));
          return List.of(Value.of(value.name), Value.of(sides));
        }
      };

  public SetReference {
    sides = List.copyOf(sides);
  }

  private static String readName(String word) throws BadValue {
    if (word.isEmpty() || word.length() > MAX_BYTES || Bytes.encode(word).length > MAX_BYTES) {
      throw BadValue.expected("a set's name of 1 to " + MAX_BYTES + " bytes", word);
    }
    return word;
  }

  // Letters behind src or dst count for nothing: parse_dirs in libxt_set.h compares three.
  private static List<Side> readSides(String list) throws BadValue {
    List<Side> sides = new ArrayList<>();
    for (String word : list.split(",", MAX_SIDES + 1)) {
      boolean source = word.startsWith("src");
      if (!source && !word.startsWith("dst") || sides.size() == MAX_SIDES) {
        throw BadValue.expected("one to " + MAX_SIDES + " of src and dst, with commas", list);
      }
      sides.add(source ? Side.SRC : Side.DST);
    }
    return sides;
  }
}
