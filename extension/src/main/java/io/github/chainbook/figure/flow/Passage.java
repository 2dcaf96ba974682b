package io.github.chainbook.figure.flow;

import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Way;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Saying;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A hop among those before and behind it.
 *
 * @param hop the hop
 * @param before the hop before it; empty for the first
 * @param after the hop behind it on the first of the ways that take it
 * @param branch where ways parted before this hop, which this is: its share, or what must be so for
 *     it; else empty
 */
public record Passage(Hop hop, Optional<Hop> before, Optional<Hop> after, Optional<String> branch) {

  /**
   * The hops of a walk, each once, a way behind the other.
   *
   * @param words the language in which branches are said
   */
  public static List<Passage> of(FlowWalk walk, Messages words) {
    List<Passage> passages = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (Way way : walk.ways()) {
      List<Hop> hops = walk.hopsOf(way);
      for (int i = 0; i < hops.size(); i++) {
        Hop hop = hops.get(i);
        if (seen.add(hop.number())) {
          Optional<Hop> before = i == 0 ? Optional.empty() : Optional.of(hops.get(i - 1));
          Optional<Hop> after =
              i + 1 == hops.size() ? Optional.empty() : Optional.of(hops.get(i + 1));
          passages.add(new Passage(hop, before, after, branch(walk, hop, before, words)));
        }
      }
    }
    return passages;
  }

  private static Optional<String> branch(
      FlowWalk walk, Hop hop, Optional<Hop> before, Messages words) {
    List<Way> here = through(walk, hop);
    List<Way> there = before.map(b -> through(walk, b)).orElse(walk.ways());
    if (here.size() == there.size()) {
      return Optional.empty();
    }
    OptionalDouble part = share(here);
    OptionalDouble whole = share(there);
    if (part.isPresent() && whole.isPresent() && whole.getAsDouble() > 0) {
      return Optional.of(percent(part.getAsDouble() / whole.getAsDouble(), words));
    }
    Set<Saying> known = common(there);
    List<String> added =
        common(here).stream()
            .filter(c -> !known.contains(c))
            .map(c -> c.in(words))
            .sorted()
            .toList();
    return added.isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.text("flow.if", "conditions", new Lists(words).joined("join.conditions", added)));
  }

  private static List<Way> through(FlowWalk walk, Hop hop) {
    return walk.ways().stream().filter(way -> way.hops().contains(hop.number())).toList();
  }

  private static OptionalDouble share(List<Way> ways) {
    return ways.stream().allMatch(way -> way.share().isPresent())
        ? OptionalDouble.of(ways.stream().mapToDouble(way -> way.share().getAsDouble()).sum())
        : OptionalDouble.empty();
  }

  private static Set<Saying> common(List<Way> ways) {
    Set<Saying> all = new HashSet<>(ways.get(0).conditions());
    ways.forEach(way -> all.retainAll(way.conditions()));
    return all;
  }

  /** {@code 50 %}, {@code 33.3 %}. */
  static String percent(double share, Messages words) {
    String number = String.format(Locale.ROOT, "%.1f", share * 100);
    String percent = number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    return words.text("share.exact", "percent", percent);
  }
}
