package io.github.chainbook.xtables;

import java.util.List;
import java.util.Map;

/**
 * The five tables and their built-in chains, in hook order; iptables(8), section TABLES, and the
 * kernel's {@code net/ipv4/netfilter/iptable_*.c}.
 */
public final class Tables {

  /** The tables' names, in the order in which a hook asks them. */
  public static final List<String> NAMES = List.of("raw", "mangle", "nat", "filter", "security");

  /** The built-in chains of any table, in hook order. */
  public static final List<String> HOOKS =
      List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");

  private static final Map<String, List<String>> CHAINS =
      Map.of(
          "raw", List.of("PREROUTING", "OUTPUT"),
          "mangle", HOOKS,
          "nat", List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"),
          "filter", List.of("INPUT", "FORWARD", "OUTPUT"),
          "security", List.of("INPUT", "FORWARD", "OUTPUT"));

  private Tables() {}

  /** Whether netfilter has a table of this name. */
  public static boolean exists(String table) {
    return CHAINS.containsKey(table);
  }

  /**
   * The built-in chains of a table, in hook order; all five hooks for a table that netfilter does
   * not have, so that what stands in it can still be shown.
   */
  public static List<String> builtInChains(String table) {
    return CHAINS.getOrDefault(table, HOOKS);
  }

  /** Whether this chain of this table is built in. */
  public static boolean isBuiltIn(String table, String chain) {
    return builtInChains(table).contains(chain);
  }
}
