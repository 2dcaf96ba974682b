package io.github.chainbook.netfilter.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares what the kernel did to a packet with what a trace says of it: the verdict and what
 * decided it, the rules that matched, the packet's last header and its translation. Where a trace
 * has branches, one of them has to be what the kernel did.
 */
final class TraceComparison {

  private static final List<String> STEP = List.of("hook", "table", "chain", "type", "rule");
  private static final List<String> HEADER =
      List.of("src", "dst", "sport", "dport", "mark", "tos", "ttl", "in", "out");

  private static final List<String> UNTOLD = List.of("mark", "tos", "ttl");

  private TraceComparison() {}

  /**
   * How the two differ.
   *
   * @param kernel the kernel's answer to a packet
   * @param ours the answer of the command {@code trace} to it
   * @return empty where they agree
   */
  static Optional<Difference> difference(Map<String, Object> kernel, Map<String, Object> ours) {
    if (ours.containsKey("error")) {
      return Optional.of(Difference.failure("no trace", ours.get("error")));
    }
    List<Map<String, Object>> outcomes = Json.maps(kernel, "outcomes");
    if (outcomes.isEmpty()) {
      outcomes = List.of(kernel);
    }
    // A packet that was sent several times may have had several fates; each must be foreseen.
    return outcomes.stream().flatMap(one -> inBranches(one, ours).stream()).findFirst();
  }

  /** Whether what becomes of the packet depends on what nobody told. */
  static boolean isUndecided(Map<String, Object> ours) {
    return "UNDECIDED".equals(ours.get("verdict"));
  }

  private static Optional<Difference> inBranches(
      Map<String, Object> kernel, Map<String, Object> ours) {
    if (!isUndecided(ours)) {
      return single(kernel, ours);
    }
    List<Difference> all = new ArrayList<>();
    for (Map<String, Object> branch : Json.maps(ours, "branches")) {
      Optional<Difference> difference = inBranches(kernel, branch);
      if (difference.isEmpty()) {
        return Optional.empty();
      }
      all.add(difference.get());
    }
    // Not all branches are shown: the kernel may have taken one of the others.
    return String.valueOf(ours.get("note")).startsWith("there are more branches")
        ? Optional.empty()
        : Optional.of(Difference.ofBranches(all));
  }

  private static Optional<Difference> single(Map<String, Object> kernel, Map<String, Object> ours) {
    if (!Objects.equals(kernel.get("verdict"), ours.get("verdict"))) {
      Object theirs = kernel.get("verdict");
      Object own = ours.get("verdict");
      String kind = "verdict, the kernel's " + theirs + ", ours " + own;
      return Optional.of(Difference.of("verdict", theirs, own).as(kind));
    }
    String theirs = steps(kernel);
    String own = steps(ours);
    if (!theirs.equals(own)) {
      String kind = StepDifference.kind(Json.maps(kernel, "trace"), Json.maps(ours, "trace"));
      return Optional.of(Difference.of("trace", theirs, own).as(kind));
    }
    if (!Objects.equals(text(kernel.get("by")), text(ours.get("by")))) {
      return differ("by", text(kernel.get("by")), text(ours.get("by")));
    }
    return header(Json.map(kernel.get("final")), Json.map(ours.get("final")))
        .or(() -> nat(kernel, ours));
  }

  private static String steps(Map<String, Object> answer) {
    StringBuilder steps = new StringBuilder();
    for (Map<String, Object> step : Json.maps(answer, "trace")) {
      STEP.forEach(name -> steps.append(step.getOrDefault(name, "-")).append(':'));
      steps.append(step.get("target")).append(step.getOrDefault("policy", "")).append(' ');
    }
    return steps.toString();
  }

  private static Optional<Difference> header(Map<String, Object> kernel, Map<String, Object> ours) {
    if (kernel == null || ours == null) {
      return kernel == ours ? Optional.empty() : differ("final", kernel, ours);
    }
    for (String field : HEADER) {
      Object theirs = kernel.get(field);
      Object own = ours.get(field);
      // The stream of events does not always tell these.
      boolean untold = theirs == null && UNTOLD.contains(field);
      if (!untold && !"*".equals(own) && !Objects.equals(text(theirs), text(own))) {
        return differ("final " + field, theirs, own);
      }
    }
    return Optional.empty();
  }

  private static Optional<Difference> nat(Map<String, Object> kernel, Map<String, Object> ours) {
    for (String side : List.of("src", "dst")) {
      String theirs = end(kernel, side);
      String own = end(ours, side);
      boolean same = Objects.equals(theirs, own) || own != null && own.equals("*:*");
      if (!same && own != null && own.endsWith(":*")) {
        // Any port may be the one that it had before: then the kernel tells of no translation.
        String address = own.substring(0, own.length() - 1);
        same = theirs == null ? isFinal(kernel, side, address) : theirs.startsWith(address);
      }
      if (!same) {
        return differ("nat " + side, theirs, own);
      }
    }
    return Optional.empty();
  }

  private static String end(Map<String, Object> answer, String side) {
    return answer.get("nat") instanceof Map<?, ?> nat ? (String) nat.get(side) : null;
  }

  private static boolean isFinal(Map<String, Object> answer, String side, String address) {
    String last = String.valueOf(Json.map(answer.get("final")).get(side));
    return address.equals(last + ":") || address.equals("[" + last + "]:");
  }

  private static String text(Object value) {
    return value instanceof Map<?, ?> map
        ? map.get("table") + ":" + map.get("chain") + ":" + map.get("type") + map.get("rule")
        : String.valueOf(value);
  }

  private static Optional<Difference> differ(String what, Object kernel, Object ours) {
    return Optional.of(Difference.of(what, kernel, ours));
  }
}
