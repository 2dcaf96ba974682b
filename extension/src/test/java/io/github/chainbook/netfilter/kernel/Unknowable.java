package io.github.chainbook.netfilter.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why nobody can tell whether a match holds, whoever has the rules, the machine and the packet
 * before him. What is undecided for another reason is a fault of the trace.
 */
enum Unknowable {
  /** Earlier packets decide, of which nobody tells. */
  MEMORY,
  /** Chance decides. */
  CHANCE,
  /** The time of day decides, or how long ago something was. */
  CLOCK,
  /** Something of the machine decides that the case does not say. */
  UNTOLD;

  private static final Set<String> OF_MEMORY =
      Set.of(
          "limit", "hashlimit", "recent", "connlimit", "connbytes", "quota", "nfacct", "rateest");

  private static final Pattern MATCH = Pattern.compile("-m (\\S+)(.*)");
  private static final Pattern SET = Pattern.compile("--match-set (\\S+) ");

  /**
   * Why the match of a branch's condition is open.
   *
   * @param condition as a trace says it
   * @param caseLine the case, in one line
   * @return empty where it could be told
   */
  static Optional<Unknowable> of(String condition, String caseLine) {
    Matcher match = MATCH.matcher(condition);
    if (!match.find()) {
      return Optional.empty();
    }
    String name = match.group(1);
    if (OF_MEMORY.contains(name)) {
      return Optional.of(MEMORY);
    }
    return switch (name) {
      case "statistic" -> Optional.of(condition.contains("nth") ? MEMORY : CHANCE);
      case "time" -> Optional.of(CLOCK);
      // How much is left of a connection's time depends on when its last packet came.
      case "conntrack" -> only(condition.contains("--ctexpire"), CLOCK);
      case "cpu" -> Optional.of(UNTOLD);
      // Without routes nobody knows the way back, except to the machine itself.
      case "rpfilter" -> only(!caseLine.contains("\"routing\":\"env\""), UNTOLD);
      case "set" -> ofSet(condition, caseLine);
      default -> Optional.empty();
    };
  }

  private static Optional<Unknowable> only(boolean holds, Unknowable reason) {
    return holds ? Optional.of(reason) : Optional.empty();
  }

  // A set that rules change has members of earlier packets, and one that is not given has any.
  private static Optional<Unknowable> ofSet(String condition, String caseLine) {
    Matcher set = SET.matcher(condition);
    if (!set.find()) {
      return Optional.empty();
    }
    String name = set.group(1);
    boolean changed =
        caseLine.contains("--add-set " + name + " ")
            || caseLine.contains("--del-set " + name + " ");
    return changed ? Optional.of(MEMORY) : only(!caseLine.contains("create " + name + " "), UNTOLD);
  }
}
