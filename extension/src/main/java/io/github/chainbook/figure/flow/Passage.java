package io.github.chainbook.figure.flow;

import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Way;
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

  /** The hops of a walk, each once, a way behind the other. */
  public static List<Passage> of(FlowWalk walk) {
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
          passages.add(new Passage(hop, before, after, branch(walk, hop, before)));
        }
      }
    }
    return passages;
  }

  private static Optional<String> branch(FlowWalk walk, Hop hop, Optional<Hop> before) {
    List<Way> here = through(walk, hop);
    List<Way> there = before.map(b -> through(walk, b)).orElse(walk.ways());
    if (here.size() == there.size()) {
      return Optional.empty();
    }
    OptionalDouble part = share(here);
    OptionalDouble whole = share(there);
    if (part.isPresent() && whole.isPresent() && whole.getAsDouble() > 0) {
      return Optional.of(percent(part.getAsDouble() / whole.getAsDouble()));
    }
    Set<String> known = common(there);
    List<String> added = common(here).stream().filter(c -> !known.contains(c)).sorted().toList();
    return added.isEmpty() ? Optional.empty() : Optional.of("if " + String.join(" and ", added));
  }

  private static List<Way> through(FlowWalk walk, Hop hop) {
    return walk.ways().stream().filter(way -> way.hops().contains(hop.number())).toList();
  }

  private static OptionalDouble share(List<Way> ways) {
    return ways.stream().allMatch(way -> way.share().isPresent())
        ? OptionalDouble.of(ways.stream().mapToDouble(way -> way.share().getAsDouble()).sum())
        : OptionalDouble.empty();
  }

  private static Set<String> common(List<Way> ways) {
    Set<String> all = new HashSet<>(ways.get(0).conditions());
    ways.forEach(way -> all.retainAll(way.conditions()));
    return all;
  }

  /** {@code 50 %}, {@code 33.3 %}. */
  static String percent(double share) {
    String number = String.format(Locale.ROOT, "%.1f", share * 100);
    return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " %";
  }
}
