package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.Tables;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the kernel refuses of a table that is well formed: loops, and extensions at wrong hooks. */
final class TableChecks {

  private final Collection<ChainBuilder> chains;
  private final Findings findings;
  private final Reachability reachability;

  TableChecks(Table table, Collection<ChainBuilder> chains, Findings findings) {
    this.chains = chains;
    this.findings = findings;
    this.reachability = new Reachability(table);
  }

  void run() {
    for (Jump loop : reachability.loops()) {
      Target target = loop.rule().target().orElseThrow();
      findings.add(
          Diagnostic.error(
              "loop",
              loop.rule().position().atColumn(target.column()),
              "chain "
                  + target.name()
                  + " leads here, so this rule closes a loop; the kernel refuses it"));
    }
    for (ChainBuilder chain : chains) {
      if (chain.hasHookLimits()) {
        Set<String> from = reachability.hooksOf(chain.name());
        if (!from.isEmpty()) {
          checkHooks(chain, from, reachability.reachedRules(chain.name()));
        }
      }
    }
  }

  // The kernel does not look at what stands behind a rule that ends every walk.
  private void checkHooks(ChainBuilder chain, Set<String> from, int reached) {
    List<Rule> entries = chain.entries();
    int readable = 0;
    for (int i = 0; i < entries.size() && readable < reached; i++) {
      Rule rule = entries.get(i);
      if (rule != null) {
        readable++;
        if (rule.body().fits(from)) {
          continue;
        }
        for (ParsedRule.HookLimit limit : rule.body().places()) {
          check(limit, chain.name(), from, rule.position());
        }
      }
    }
  }

  private void check(
      ParsedRule.HookLimit limit, String chain, Set<String> from, Position position) {
    if (limit.hooks().containsAll(from)) {
      return;
    }
    Set<String> wrong = new TreeSet<>(from);
    wrong.removeAll(limit.hooks());
    boolean own = wrong.contains(chain);
    findings.add(
        Diagnostic.error(
            "wrong-hook",
            position.atColumn(limit.column()),
            limit.title()
                + " has no place in "
                + (own ? chain : chain + ", which is reached from " + inOrder(wrong))
                + ", only in "
                + inOrder(limit.hooks())));
  }

  private static String inOrder(Set<String> hooks) {
    return String.join(", ", Tables.HOOKS.stream().filter(hooks::contains).toList());
  }
}
