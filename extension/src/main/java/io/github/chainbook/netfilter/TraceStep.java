package io.github.chainbook.netfilter;

import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.xtables.packet.Hook;
import java.util.List;
import java.util.Optional;

/**
 * One step of a packet's way: a rule that it matched, the end of a user chain, or a policy.
 *
 * @param hook where
 * @param table the table's name
 * @param chain the chain's name
 * @param type what kind of step
 * @param rule the rule, if it is one
 * @param policy the policy, if it is one
 * @param changes what the rule changed
 */
public record TraceStep(
    Hook hook,
    String table,
    String chain,
    Type type,
    Optional<Rule> rule,
    String policy,
    List<Change> changes) {

  /** The kinds of steps. */
  public enum Type {
    /** A rule that matched. */
    RULE,
    /** The end of a user chain. */
    RETURN,
    /** What a built-in chain does with what no rule decided. */
    POLICY;

    /** The word of the JSON form. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What a rule changed. The values print themselves.
   *
   * @param what the field's name, such as {@code destination} or {@code mark}
   * @param from what it was
   * @param to what it is
   */
  public record Change(String what, Object from, Object to) {}

  public TraceStep {
    changes = List.copyOf(changes);
  }

  /** The name behind the rule's {@code -j} or {@code -g}; empty if it has none or is no rule. */
  public Optional<String> target() {
    return rule.flatMap(Rule::target).map(io.github.chainbook.ruleset.Target::name);
  }

  /** The same with these changes. */
  public TraceStep changing(List<Change> what) {
    return new TraceStep(hook, table, chain, type, rule, policy, what);
  }
}
