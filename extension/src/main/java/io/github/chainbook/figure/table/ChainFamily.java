package io.github.chainbook.figure.table;

import io.github.chainbook.ruleset.Chain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chains that are alike: their names begin alike, and their rules are of the same forms in the same
 * order, so that only values differ; or one chain that is like no other.
 *
 * @param name how all names begin, and {@code *}; of one chain its name
 * @param chains the chains in the table's order, at least one
 * @param patterns what their first rules have in common, their second ones, and so on; empty for
 *     one chain
 */
public record ChainFamily(String name, List<Chain> chains, List<RunPattern> patterns) {

  public ChainFamily {
    chains = List.copyOf(chains);
    patterns = List.copyOf(patterns);
  }

  /** A chain alone. */
  static ChainFamily alone(Chain chain) {
    return new ChainFamily(chain.name(), List.of(chain), List.of());
  }

  /** Whether these are several chains. */
  public boolean isFamily() {
    return chains.size() > 1;
  }

  /** How many rules all chains have together. */
  public int ruleCount() {
    return chains.stream().mapToInt(chain -> chain.rules().size()).sum();
  }

  /**
   * What a chain holds where the family's patterns have gaps: each value once, with the option that
   * it is a value of.
   */
  public Map<String, String> valuesOf(Chain chain) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < patterns.size(); i++) {
      List<String> words = RunPattern.words(chain.rules().get(i));
      for (int w = 0; w < words.size(); w++) {
        RunPattern.Word word = patterns.get(i).words().get(w);
        if (word.isGap()) {
          values.putIfAbsent(words.get(w), word.option());
        }
      }
    }
    return values;
  }
}
