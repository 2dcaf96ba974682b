package io.github.chainbook.xtables;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Lists of names for messages. */
final class ExtensionWords {

  private ExtensionWords() {}

  /** {@code a, b or c}, in alphabetical order. */
  static String list(Collection<String> names) {
    String all = String.join(", ", new TreeSet<>(names));
    int last = all.lastIndexOf(", ");
    return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
  }

  /** {@code -p tcp or -p udp before it}. */
  static String protocols(Set<Integer> numbers) {
    return list(numbers.stream().map(n -> "-p " + ProtocolNames.print(n)).toList()) + " without !";
  }
}
