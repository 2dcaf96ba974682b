package io.github.chainbook.topology.flow;

import io.github.chainbook.words.Saying;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What may become of an answer.
 *
 * @param conditions what must be so for it
 * @param share its share; empty where more than chance decides
 * @param failure how it ends; empty where it comes back
 */
record AnswerOutcome(List<Saying> conditions, OptionalDouble share, Optional<Failure> failure) {

  boolean comesBack() {
    return failure.isEmpty();
  }

  /**
   * How an answer ends that does not come back.
   *
   * @param last the last step of its way
   * @param end in which way, and why
   */
  record Failure(AnswerStep last, End end) {}
}
