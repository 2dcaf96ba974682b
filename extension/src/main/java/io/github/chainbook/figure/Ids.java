package io.github.chainbook.figure;

import io.github.chainbook.text.Bytes;

/**
 * The ids of a ruleset's parts: {@code RULESET}, {@code RULESET-TABLE}, {@code
 * RULESET-TABLE-CHAIN}, {@code RULESET-TABLE-CHAIN:N}. In names each byte outside {@code
 * [A-Za-z0-9_-]} is written {@code .HH}.
 *
 * @param ruleset the ruleset's id, which its author chose
 */
public record Ids(String ruleset) {

  /** The id of a table. */
  public String table(String table) {
    return ruleset + "-" + encode(table);
  }

  /** The id of a chain. */
  public String chain(String table, String chain) {
    return table(table) + "-" + encode(chain);
  }

  /** The id of a rule. */
  public String rule(String table, String chain, int number) {
    return chain(table, chain) + ":" + number;
  }

  private static String encode(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (byte b : Bytes.encode(name)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c >= 'A' && c <= 'Z'
              || c >= 'a' && c <= 'z'
              || c >= '0' && c <= '9'
              || c == '_'
              || c == '-';
      out.append(plain ? String.valueOf(c) : String.format(".%02X", (int) c));
    }
    return out.toString();
  }
}
