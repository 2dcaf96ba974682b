package io.github.chainbook.explain;

import io.github.chainbook.words.Phrase;
import java.util.List;

/**
 * What a rule does, in words.
 *
 * @param phrases the sentence, piece by piece
 * @param complete whether every extension and option of the rule had words of its own; else some
 *     stand as they are, and the sentence says that they are not known
 * @param clauses what the sentence was made of, in the rule's order
 */
public record Explanation(List<Phrase> phrases, boolean complete, List<Clause> clauses) {

  public Explanation {
    phrases = List.copyOf(phrases);
    clauses = List.copyOf(clauses);
  }

  /** Whether its words say that the next rule follows, whatever the target has done. */
  public boolean goesOn() {
    return clauses.stream()
        .anyMatch(
            clause ->
                clause.key().equals("consequence.next") || clause.key().equals("rule.no-target"));
  }

  /** The sentence as plain text. */
  public String text() {
    return String.join("", phrases.stream().map(Phrase::text).toList());
  }
}
