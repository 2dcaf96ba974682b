package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.netfilter.ipset.SetType.Part;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.PortRange;
import java.util.List;
import java.util.Set;

/** Reads what stands behind the type of a set in {@code create}; ipset(8). */
final class CreateReader {

  private static final Set<String> FLAGS =
      Set.of("counters", "comment", "skbinfo", "forceadd", "-exist", "-!", "nomatch");

  private static final Set<String> NUMBERS =
      Set.of("hashsize", "timeout", "bucketsize", "initval", "size", "probes", "resize", "gc");

  /** What a hash may hold where nothing is said. */
  private static final long MAX_ELEMENTS = 65_536;

  private final SetType type;
  private Family family = Family.IPV4;
  private String mask = "";
  private int markMask = -1;
  private String range = "";
  private long maxElements = MAX_ELEMENTS;
  private boolean skbinfo;
  private boolean counters;

  private CreateReader(SetType type) {
    this.type = type;
  }

  /**
   * Reads the options.
   *
   * @throws BadValue where ipset refuses them
   */
  static SetOptions read(SetType type, List<String> words) throws BadValue {
    CreateReader reader = new CreateReader(type);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (FLAGS.contains(word)) {
        reader.skbinfo |= word.equals("skbinfo");
        reader.counters |= word.equals("counters");
      } else {
        i++;
        reader.take(word, i < words.size() ? words.get(i) : "");
      }
    }
    return reader.options();
  }

  private void take(String option, String value) throws BadValue {
    switch (option) {
      case "family" -> family = family(value);
      case "netmask", "bitmask" -> mask = value;
      case "markmask" -> markMask = Mark.parse(value).value();
      case "range" -> range = value;
      case "maxelem" -> {
        long most = SetText.number(value, 0xFFFFFFFFL);
        maxElements = most == 0 ? 0xFFFFFFFFL : most;
      }
      default -> {
        if (!NUMBERS.contains(option)) {
          throw BadValue.expected("an option of a set of type " + type, option);
        }
        SetText.number(value, 0xFFFFFFFFL);
      }
    }
  }

  private static Family family(String word) throws BadValue {
    return switch (word) {
      case "inet", "4", "ipv4", "-4" -> Family.IPV4;
      case "inet6", "6", "ipv6", "-6" -> Family.IPV6;
      default -> throw BadValue.expected("inet or inet6", word);
    };
  }

  private SetOptions options() throws BadValue {
    Address bits = null;
    if (!mask.isEmpty()) {
      boolean length = mask.chars().allMatch(c -> c >= '0' && c <= '9');
      bits =
          length
              ? Address.mask(family, (int) SetText.number(mask, Address.bits(family)))
              : Address.parse(mask, family);
    }
    Address[] ends = ends();
    return new SetOptions(
        type,
        type.hasFamily() ? family : null,
        bits,
        markMask,
        ends[0],
        ends[1],
        maxElements,
        skbinfo,
        counters);
  }

  private Address[] ends() throws BadValue {
    if (!type.isBitmap()) {
      return new Address[2];
    }
    int slash = range.indexOf('/');
    int dash = range.indexOf('-');
    if (slash < 0 && dash < 0) {
      throw BadValue.expected("a range such as range 10.0.0.0/16 or range 0-1023", range);
    }
    String from = range.substring(0, slash >= 0 ? slash : dash);
    String to = range.substring((slash >= 0 ? slash : dash) + 1);
    if (type.parts().get(0) == Part.PORT) {
      return new Address[] {
        Address.ipv4(PortRange.port(from, 0)), Address.ipv4(PortRange.port(to, 0))
      };
    }
    Address first = Address.parse(from, family);
    if (slash < 0) {
      return new Address[] {first, Address.parse(to, family)};
    }
    Address net = Address.mask(family, (int) SetText.number(to, Address.bits(family)));
    Address low = first.and(net);
    return new Address[] {low, Address.ipv4(low.low() | ~net.low())};
  }
}
