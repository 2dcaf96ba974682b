package io.github.chainbook.topology.kernel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What happened to a flow, or is to happen: as lines that can be compared.
 *
 * @param connections each that was opened or accepted, in order
 * @param passages by namespace, each first packet's way through it, in order
 * @param counts by namespace, how often which rule or policy counted, such as {@code 4 nat OUTPUT
 *     1}
 * @param ok whether the flow arrived, and the answer came back
 */
record Happening(
    List<String> connections,
    Map<String, List<String>> passages,
    Map<String, Map<String, Integer>> counts,
    boolean ok) {

  /** What stands for a word that is not known; words of which each may be are parted by bars. */
  static final String ANY = "*";

  Happening {
    connections = List.copyOf(connections);
    passages = new LinkedHashMap<>(passages);
    counts = new LinkedHashMap<>(counts);
  }

  /** Whether two lines say the same, as far as both are known. */
  static boolean agree(String one, String other) {
    String[] words = one.split(" ");
    String[] others = other.split(" ");
    if (words.length != others.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      List<String> may = Arrays.asList(others[i].split("\\|"));
      boolean same = Stream.of(words[i].split("\\|")).anyMatch(may::contains);
      if (!same && !words[i].equals(ANY) && !others[i].equals(ANY)) {
        return false;
      }
    }
    return true;
  }
}
