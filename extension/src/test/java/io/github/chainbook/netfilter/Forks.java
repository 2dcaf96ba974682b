package io.github.chainbook.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Undecided traces in words. */
final class Forks {

  private Forks() {}

  /**
   * The branches: {@code DROP: -m owner --uid-owner 1000 holds; -m mac holds}, with {@code 1/3}
   * behind where chance alone decides. A decided trace is its verdict alone.
   */
  static List<String> of(Trace trace) {
    if (trace.isDecided()) {
      return List.of(trace.verdict().name());
    }
    List<String> branches = new ArrayList<>();
    for (Trace branch : trace.branches()) {
      String share =
          branch.share().isPresent()
              ? String.format(Locale.ROOT, " (%.6f)", branch.share().getAsDouble())
              : "";
      branches.add(
          branch.verdict()
              + branch.conditions().stream().collect(Collectors.joining("; ", ": ", ""))
              + share);
    }
    return branches;
  }
}
