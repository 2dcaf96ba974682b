package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.outline.Condition;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.words.Saying;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A way so far.
 *
 * @param leg which connection to a named place it is on, from 1
 * @param hops the numbers of its hops
 * @param conditions what must be so for it
 * @param share its share; empty where more than chance decides
 * @param accepted the connections that proxies have passed on in this leg
 */
record Course(
    int leg,
    List<Integer> hops,
    List<Saying> conditions,
    OptionalDouble share,
    Set<Accepted> accepted) {

  /** A connection that a proxy gets: one that it gets twice goes round. */
  record Accepted(
      String namespace, String process, Listening socket, Endpoint original, Optional<?> source) {}

  static final Course BEGIN = new Course(1, List.of(), List.of(), OptionalDouble.of(1), Set.of());

  /** The same under these conditions, which a part of all packets meets. */
  Course under(List<Saying> what, OptionalDouble part) {
    OptionalDouble both =
        share.isPresent() && part.isPresent()
            ? OptionalDouble.of(share.getAsDouble() * part.getAsDouble())
            : OptionalDouble.empty();
    return new Course(leg, hops, plus(conditions, what), both, accepted);
  }

  /** A condition of a branch in a namespace. */
  static Saying condition(String what, String namespace) {
    Saying condition = Condition.of(what).saying();
    return Saying.of("condition.in", "condition", condition, "namespace", namespace);
  }

  /** The same after another hop. */
  Course after(int hop) {
    return new Course(leg, plus(hops, List.of(hop)), conditions, share, accepted);
  }

  /** The same with a connection that a proxy got. */
  Course with(Accepted connection) {
    Set<Accepted> all = new HashSet<>(accepted);
    all.add(connection);
    return new Course(leg, hops, conditions, share, all);
  }

  /** The same on the way to the next place. */
  Course onNextLeg() {
    return new Course(leg + 1, hops, conditions, share, Set.of());
  }

  /** The way, now that it ends. */
  Way ending(Flow.Ending ending, String namespace, Saying reason) {
    boolean parted = !conditions.isEmpty();
    return new Way(
        hops, conditions, parted ? share : OptionalDouble.empty(), ending, namespace, reason);
  }

  private static <T> List<T> plus(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
