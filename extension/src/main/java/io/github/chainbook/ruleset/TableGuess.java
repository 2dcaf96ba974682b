package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.Tables;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which table some lines belong to that stand below no table's line. */
final class TableGuess {

  private static final Set<String> NAT_TARGETS =
      Set.of("DNAT", "SNAT", "MASQUERADE", "REDIRECT", "NETMAP");
  private static final Set<String> MANGLE_TARGETS =
      Set.of("TPROXY", "TTL", "HL", "TOS", "DSCP", "ECN", "CHECKSUM", "TCPOPTSTRIP");
  private static final Set<String> RAW_TARGETS = Set.of("CT", "NOTRACK");

  private TableGuess() {}

  /**
   * The table whose built-in chains and targets these lines name.
   *
   * @param lines the lines up to the end of the table
   */
  static String of(List<String> lines) {
    Set<String> policies = new TreeSet<>();
    Set<String> used = new TreeSet<>();
    Set<String> targets = new TreeSet<>();
    for (String line : lines) {
      String[] words = line.length() > 2000 ? new String[0] : line.strip().split("\\s+");
      collect(words, policies, used, targets);
    }
    if (policies.contains("PREROUTING")) {
      return !policies.contains("POSTROUTING")
          ? "raw"
          : policies.contains("FORWARD") ? "mangle" : "nat";
    }
    if (!policies.isEmpty()) {
      return "filter";
    }
    return ofRules(used, targets);
  }

  private static void collect(
      String[] words, Set<String> policies, Set<String> used, Set<String> targets) {
    if (words.length > 1 && words[0].equals("-P")) {
      policies.add(words[1]);
    } else if (words.length > 1 && words[0].startsWith(":") && !words[1].equals("-")) {
      policies.add(words[0].substring(1));
    }
    for (int i = 0; i + 1 < words.length; i++) {
      if (words[i].equals("-A") || words[i].equals("-I")) {
        used.add(words[i + 1]);
      } else if (words[i].equals("-j")) {
        targets.add(words[i + 1]);
      }
    }
    used.retainAll(Tables.HOOKS);
  }

  private static String ofRules(Set<String> used, Set<String> targets) {
    if (targets.stream().anyMatch(NAT_TARGETS::contains)) {
      return "nat";
    }
    if (targets.stream().anyMatch(RAW_TARGETS::contains)) {
      return "raw";
    }
    if (targets.stream().anyMatch(MANGLE_TARGETS::contains)) {
      return "mangle";
    }
    boolean routing = used.contains("PREROUTING") || used.contains("POSTROUTING");
    boolean forward = used.contains("FORWARD");
    return routing ? forward ? "mangle" : "nat" : "filter";
  }
}
