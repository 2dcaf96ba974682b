package io.github.chainbook.netfilter.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a trace differs from what the kernel did.
 *
 * @param kind what differs, without what changes when the case is made smaller: two cases of the
 *     same kind show the same fault
 * @param text what differs, for whoever reads of it
 */
record Difference(String kind, String text) {

  private static final List<String> ORDER = List.of("verdict", "trace", "by", "final", "nat");

  /** That this is something else. */
  static Difference of(String what, Object kernel, Object ours) {
    return new Difference(what, what + ": the kernel " + kernel + ", ours " + ours);
  }

  /** That there is no answer of ours. */
  static Difference failure(String what, Object message) {
    String first = String.valueOf(message).lines().findFirst().orElse("");
    // Lines and columns move when others are taken away.
    return new Difference(what + ": " + first.replaceAll("\\d+", "N"), what + ": " + message);
  }

  /** That none of the branches is what the kernel did; the nearest to it says what is wrong. */
  static Difference ofBranches(List<Difference> branches) {
    Difference nearest =
        branches.stream().max(Comparator.comparingInt(Difference::compared)).orElseThrow();
    String texts = branches.stream().map(Difference::text).collect(Collectors.joining(" / "));
    return new Difference(
        "in branches, " + nearest.kind, "none of " + branches.size() + " branches: " + texts);
  }

  // How much was the same before: things are compared in this order.
  private int compared() {
    return ORDER.indexOf(kind.split("[ ,:]")[0]);
  }

  /** The same, told apart from others more closely. */
  Difference as(String closer) {
    return new Difference(closer, text);
  }
}
