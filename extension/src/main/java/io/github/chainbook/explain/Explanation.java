package io.github.chainbook.explain;

import java.util.List;

/**
 * What a rule does, in words.
 *
 * @param phrases the sentence, piece by piece
 * @param complete whether every option of the rule had words of its own; else some stand as they
 *     are
 */
public record Explanation(List<Phrase> phrases, boolean complete) {

  public Explanation {
    phrases = List.copyOf(phrases);
  }

  /** The sentence as plain text. */
  public String text() {
    return String.join("", phrases.stream().map(Phrase::text).toList());
  }
}
