package io.github.chainbook.ruleset;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.Tables;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line that declares a chain: {@code :NAME POLICY [packets:bytes]}.
 *
 * @param name the chain's name
 * @param policy ACCEPT or DROP; empty where a dash stands
 * @param counters the policy's counters, where they stand
 * @param rest what stands behind the declaration and does not belong there
 */
record ChainLine(
    String name, Optional<String> policy, Optional<Counters> counters, Optional<Token> rest) {

  /** XT_EXTENSION_MAXNAMELEN less its terminating zero; linux/netfilter/x_tables.h. */
  static final int MAX_NAME_BYTES = 28;

  private static final String PLAIN_END = " - [0:0]";
  private static final Set<String> POLICIES = Set.of("ACCEPT", "DROP");
  private static final int LONGEST_VERDICT = 6;
  private static final Set<String> VERDICTS = Set.of("ACCEPT", "DROP", "QUEUE", "RETURN");

  /**
   * Reads the words of such a line.
   *
   * @param words the line's words behind the colon
   * @param table the table in which it stands
   * @param lineEnd the column behind the line's last character
   */
  static ChainLine parse(List<Token> words, String table, int lineEnd) throws SyntaxError {
    if (words.isEmpty()) {
      throw new SyntaxError("bad-chain", 1, "expected :CHAIN POLICY [packets:bytes]");
    }
    Token name = words.get(0);
    checkName(name);
    if (words.size() < 2) {
      throw new SyntaxError(
          "bad-policy",
          lineEnd,
          "expected a policy after the name of chain "
              + name.text()
              + ": "
              + policies(table, name));
    }
    Optional<String> policy = policy(table, name, words.get(1));
    Optional<Counters> counters = Optional.empty();
    int read = 2;
    if (words.size() > 2) {
      counters = Counters.parse(words.get(2).text());
      read = counters.isPresent() ? 3 : 2;
    }
    Optional<Token> rest = words.size() > read ? Optional.of(words.get(read)) : Optional.empty();
    return new ChainLine(name.text(), policy, counters, rest);
  }

  /**
   * The name that a line declares which says no more than most of them: {@code :NAME - [0:0]}; null
   * for any other line.
   */
  static String plainName(String line) {
    int end = line.length() - PLAIN_END.length();
    if (end < 2 || end > MAX_NAME_BYTES || !line.endsWith(PLAIN_END)) {
      return null;
    }
    for (int i = 1; i < end; i++) {
      char c = line.charAt(i);
      if (c <= ' ' || c > '~') {
        return null;
      }
    }
    String name = line.substring(1, end);
    return end - 1 <= LONGEST_VERDICT && VERDICTS.contains(name) ? null : name;
  }

  static void checkName(Token name) throws SyntaxError {
    int bytes = Bytes.length(name.text());
    if (bytes > MAX_NAME_BYTES) {
      throw new SyntaxError(
          "chain-name-too-long",
          name.column(),
          "a chain's name has at most " + MAX_NAME_BYTES + " bytes, this has " + bytes);
    }
    if (VERDICTS.contains(name.text())) {
      throw new SyntaxError(
          "bad-chain-name", name.column(), "a chain cannot be called " + name.text());
    }
  }

  /** A dash is for lines that declare a chain; a command sets a policy. */
  static void refuseDash(Token policy) throws SyntaxError {
    if (policy.is("-")) {
      throw new SyntaxError("bad-policy", policy.column(), "expected ACCEPT or DROP, found '-'");
    }
  }

  private static Optional<String> policy(String table, Token chain, Token policy)
      throws SyntaxError {
    if (policy.is("-")) {
      return Optional.empty();
    }
    if (Tables.isBuiltIn(table, chain.text()) && POLICIES.contains(policy.text())) {
      return Optional.of(policy.text());
    }
    throw new SyntaxError(
        "bad-policy",
        policy.column(),
        "expected "
            + policies(table, chain)
            + ", found '"
            + policy.text()
            + "'"
            + (Tables.isBuiltIn(table, chain.text())
                ? DidYouMean.hint(policy.text(), POLICIES)
                : ""));
  }

  private static String policies(String table, Token chain) {
    return Tables.isBuiltIn(table, chain.text())
        ? "ACCEPT or DROP"
        : "- (" + chain.text() + " is no built-in chain of table " + table + ")";
  }
}
