package io.github.chainbook.netfilter.kernel;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How many packets traces leave undecided, and why. */
final class Undecided {

  private long packets;
  private long undecided;

  /** Of what someone with the same input could decide. */
  private long decidable;

  private final Map<Unknowable, Integer> kinds = new EnumMap<>(Unknowable.class);

  /** By the extension or the field that is not known. */
  private final Map<String, Integer> causes = new TreeMap<>();

  /**
   * Counts a packet.
   *
   * @param caseLine its case, in one line
   * @param ours the answer of the command {@code trace} to it
   */
  void count(String caseLine, Map<String, Object> ours) {
    packets++;
    if (!TraceComparison.isUndecided(ours)) {
      return;
    }
    undecided++;
    Set<String> words = new TreeSet<>();
    Set<Unknowable> reasons = new TreeSet<>();
    boolean all = true;
    for (Map<String, Object> branch : Json.maps(ours, "branches")) {
      for (Object condition : (List<?>) branch.get("if")) {
        words.add(Causes.of(condition.toString()));
        Optional<Unknowable> reason = Unknowable.of(condition.toString(), caseLine);
        reason.ifPresent(reasons::add);
        all &= reason.isPresent();
      }
    }
    decidable += all ? 0 : 1;
    words.forEach(word -> causes.merge(word, 1, Integer::sum));
    reasons.forEach(reason -> kinds.merge(reason, 1, Integer::sum));
  }

  /** Adds what another counted. */
  void add(Undecided other) {
    packets += other.packets;
    undecided += other.undecided;
    decidable += other.decidable;
    other.kinds.forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
    other.causes.forEach((cause, count) -> causes.merge(cause, count, Integer::sum));
  }

  long packets() {
    return packets;
  }

  long undecided() {
    return undecided;
  }

  /** The share of packets, from 0 to 1, that are undecided though someone could decide them. */
  double decidableShare() {
    return decidable / (double) Math.max(1, packets);
  }

  /** Shares of all packets, then numbers by cause. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d of %d packets undecided, %.2f %%; by why nobody can tell %s; where someone could"
            + " %d, %.2f %%; by what is not known %s",
        undecided,
        packets,
        100.0 * undecided / Math.max(1, packets),
        kinds,
        decidable,
        100 * decidableShare(),
        causes);
  }
}
