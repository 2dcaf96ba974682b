package io.github.chainbook.figure;

import io.github.chainbook.words.Messages;
import java.util.HashMap;
import java.util.Map;

/**
 * What figures of chains say in a language, again and again. Of many rules that go to the same
 * chain the words are made once.
 */
public final class ChainWords {

  private final Messages messages;
  private final Map<String, String> gotos = new HashMap<>();
  private final String counts;

  /** Words of a language. */
  public ChainWords(Messages messages) {
    this.messages = messages;
    this.counts = messages.text("row.counts-only");
  }

  /** The language. */
  public Messages messages() {
    return messages;
  }

  /** What a rule does that has no target. */
  String counts() {
    return counts;
  }

  /** What a jump does: {@code → CHAIN}. */
  public String jump(String chain) {
    return "→\u00a0" + chain;
  }

  /** What a goto does. */
  public String goTo(String chain) {
    return gotos.computeIfAbsent(chain, name -> messages.text("row.goto", "chain", name));
  }

  /** What stands beside an arrow that does not leave from the row of its rule. */
  public String arrow(String rule, boolean isGoto) {
    return isGoto ? messages.text("arrow.goto", "rule", rule) : rule;
  }

  /** What is said of a chain that is pointed at. */
  public String chain(String name) {
    return messages.text("tip.chain", "chain", name);
  }

  /** What the rows of a chain are. */
  public String rowsOf(String name) {
    return messages.text("figure.rows", "of", name);
  }
}
