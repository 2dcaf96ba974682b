package io.github.chainbook.netfilter.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came of comparing many cases. */
final class Tally {

  /**
   * A packet of which a trace says something else than the kernel.
   *
   * @param generator where its case is from
   * @param caseLine the case
   * @param packet the packet's number in it
   * @param backend legacy or nft
   * @param difference how they differ
   */
  record Disagreement(
      String generator, String caseLine, int packet, String backend, Difference difference) {

    /** How they differ, in a line. */
    String what() {
      return difference.text();
    }

    /** Whether it shows the same fault as another one, whatever else their cases hold. */
    boolean isLike(Disagreement other) {
      return backend.equals(other.backend) && difference.kind().equals(other.difference.kind());
    }

    /** Without the case, which may be long. */
    @Override
    public String toString() {
      Object id = Json.object(caseLine).get("id");
      return generator + ", case " + id + ", packet " + packet + ", " + backend + ": " + what();
    }
  }

  final List<Disagreement> disagreements = new ArrayList<>();

  /** Why back ends refused to load what we load, and how often. */
  final Map<String, Integer> refused = new TreeMap<>();

  final Undecided undecided = new Undecided();

  int cases;
  long packets;

  /** Packets of which the harness had no answer. */
  long unanswered;

  long kernelNanos;
  long ourNanos;

  /** Adds what another came to. */
  synchronized void add(Tally other) {
    disagreements.addAll(other.disagreements);
    other.refused.forEach((why, count) -> refused.merge(why, count, Integer::sum));
    undecided.add(other.undecided);
    cases += other.cases;
    packets += other.packets;
    unanswered += other.unanswered;
    kernelNanos += other.kernelNanos;
    ourNanos += other.ourNanos;
  }

  /** How many packets a second the harness answers, as one process. */
  double kernelRate() {
    return packets * 1e9 / Math.max(1, kernelNanos);
  }

  /** How many packets a second we answer, in one thread. */
  double ourRate() {
    return packets * 1e9 / Math.max(1, ourNanos);
  }

  /** A line of figures. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d cases, %d packets, %d undecided, %d disagree, %d unanswered;"
            + " the harness %.0f packets/s, ours %.0f (%.0f times)",
        cases,
        packets,
        undecided.undecided(),
        disagreements.size(),
        unanswered,
        kernelRate(),
        ourRate(),
        ourRate() / kernelRate());
  }
}
