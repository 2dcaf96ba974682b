package io.github.chainbook.explain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The two lists of {@code --tcp-flags}; iptables-extensions(8), section tcp.
 *
 * @param examined the flags that are looked at
 * @param set those that must be set; the other examined ones must not
 */
record TcpFlags(Set<Flag> examined, Set<Flag> set) {

  /** A flag, in the order in which iptables names them. */
  enum Flag {
    FIN,
    SYN,
    RST,
    PSH,
    ACK,
    URG
  }

  /** What {@code --syn} stands for. */
  static final TcpFlags SYN_ALONE =
      new TcpFlags(Set.of(Flag.FIN, Flag.SYN, Flag.RST, Flag.ACK), Set.of(Flag.SYN));

  /** Reads two lists with commas; empty where one of them is none. */
  static Optional<TcpFlags> parse(String examined, String set) {
    return flags(examined).flatMap(e -> flags(set).map(s -> new TcpFlags(e, s)));
  }

  private static Optional<Set<Flag>> flags(String list) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (String name : list.toUpperCase(Locale.ROOT).split(",")) {
      Optional<Flag> flag = Stream.of(Flag.values()).filter(f -> f.name().equals(name)).findFirst();
      if (name.equals("ALL")) {
        flags.addAll(EnumSet.allOf(Flag.class));
      } else if (flag.isPresent()) {
        flags.add(flag.get());
      } else if (!name.equals("NONE")) {
        return Optional.empty();
      }
    }
    return Optional.of(flags);
  }

  /** The state of the flags, such as {@code SYN set and FIN, RST and ACK clear}. */
  String words() {
    if (!examined.containsAll(set)) {
      return names(set) + " set where only " + names(examined) + " may be (never)";
    }
    Set<Flag> clear = EnumSet.noneOf(Flag.class);
    clear.addAll(examined);
    clear.removeAll(set);
    List<String> parts = new ArrayList<>();
    if (!set.isEmpty()) {
      parts.add(names(set) + " set");
    }
    if (clear.size() == Flag.values().length) {
      parts.add("no flag set");
    } else if (!clear.isEmpty()) {
      parts.add(names(clear) + " clear");
    }
    return parts.isEmpty() ? "any flags" : String.join(" and ", parts);
  }

  private static String names(Set<Flag> flags) {
    List<String> names = flags.stream().sorted().map(Flag::name).toList();
    int last = names.size() - 1;
    if (last <= 0) {
      return names.isEmpty() ? "none" : names.get(0);
    }
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
