package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.words.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The way of an answer up to a namespace.
 *
 * @param before the step before it; null for none
 * @param conditions what must be so for it
 * @param share its share; empty where more than chance decides
 */
record AnswerCourse(AnswerStep before, List<Saying> conditions, OptionalDouble share) {

  static final AnswerCourse BEGIN = new AnswerCourse(null, List.of(), OptionalDouble.of(1));

  /** The same after another step. */
  AnswerCourse after(AnswerStep step) {
    return new AnswerCourse(step, conditions, share);
  }

  /** The same where a branch of what rules may do is taken. */
  AnswerCourse under(Namespace namespace, Trace branch) {
    List<Saying> all = new ArrayList<>(conditions);
    branch.conditions().forEach(what -> all.add(Course.condition(what, namespace.name())));
    boolean both = share.isPresent() && branch.share().isPresent();
    return new AnswerCourse(
        before,
        all,
        both
            ? OptionalDouble.of(share.getAsDouble() * branch.share().getAsDouble())
            : OptionalDouble.empty());
  }

  /** That it ends so; without an end, that it comes back. */
  AnswerOutcome ending(Optional<End> end) {
    return new AnswerOutcome(
        conditions, share, end.map(found -> new AnswerOutcome.Failure(before, found)));
  }
}
