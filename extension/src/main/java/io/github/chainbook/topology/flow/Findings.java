package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.words.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The hops and ways that are found, as many as are looked for. */
final class Findings {

  /** Of the packets that open a way's connections; an answer may take as many again. */
  static final int MOST_HOPS = 64;

  static final int MOST_WAYS = 16;

  /**
   * A packet in a namespace, with what became of it there.
   *
   * @param namespace the namespace
   * @param entry how it came
   * @param packet the packet
   * @param trace what became of it
   */
  record Passage(Namespace namespace, Hop.Entry entry, Packet packet, Trace trace) {}

  private final List<Hop> hops = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();
  private boolean hasMore;

  /** Whether there are as many ways as are looked for; that there are more is noted. */
  boolean isFull() {
    boolean full = ways.size() == MOST_WAYS;
    hasMore |= full;
    return full;
  }

  /** Adds a hop to a way. */
  Course hop(Course course, Passage passage, Hop.Exit exit) {
    int number = hops.size() + 1;
    hops.add(
        new Hop(
            number,
            course.leg(),
            passage.namespace().name(),
            passage.entry(),
            passage.packet(),
            passage.trace(),
            exit));
    return course.after(number);
  }

  /** The hops of a way since the last connection was opened. */
  List<Hop> connection(Course course) {
    List<Hop> own = course.hops().stream().map(number -> hops.get(number - 1)).toList();
    int opened = own.size() - 1;
    while (!(own.get(opened).entry() instanceof Hop.Entry.Opened)) {
      opened--;
    }
    return own.subList(opened, own.size());
  }

  /** The last hop of a way that has one. */
  Hop lastOf(Course course) {
    return hops.get(course.hops().get(course.hops().size() - 1) - 1);
  }

  void end(Course course, String namespace, Flow.Ending ending, Saying reason) {
    if (!isFull()) {
      ways.add(course.ending(ending, namespace, reason));
    }
  }

  List<Hop> hops() {
    return hops;
  }

  /** The ways; where there are more than are looked for, the last says only that. */
  List<Way> ways() {
    if (!hasMore) {
      return ways;
    }
    Way last = ways.get(MOST_WAYS - 1);
    List<Way> some = new ArrayList<>(ways.subList(0, MOST_WAYS - 1));
    some.add(
        new Way(
            last.hops(),
            last.conditions(),
            OptionalDouble.empty(),
            Flow.Ending.UNKNOWN,
            last.namespace(),
            Saying.of("reason.more-ways-than", "n", MOST_WAYS)));
    return some;
  }
}
