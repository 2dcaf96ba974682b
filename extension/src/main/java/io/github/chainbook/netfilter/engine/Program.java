package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.xtables.Tables;
import io.github.chainbook.xtables.packet.Hook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A ruleset, ready to be asked about many packets. */
final class Program {

  /** The built-in chains of each table, by hook; null where a table has none there. */
  private final Map<String, CompiledChain[]> hooks = new HashMap<>();

  private final boolean tracks;
  private final boolean defragments;

  private Program(boolean tracks, boolean defragments) {
    this.tracks = tracks;
    this.defragments = defragments;
  }

  static Program of(Ruleset ruleset, Backend backend) {
    ConntrackUse use = ConntrackUse.of(ruleset);
    Program program = new Program(use.tracks(), use.defragments());
    for (Table table : ruleset.tables()) {
      if (Tables.exists(table.name())) {
        program.add(table, ruleset, backend);
      }
    }
    return program;
  }

  private void add(Table table, Ruleset ruleset, Backend backend) {
    Map<String, CompiledChain> chains = new HashMap<>();
    for (Chain chain : table.chains()) {
      String policy = chain.builtIn() ? chain.policy().orElse("ACCEPT") : null;
      chains.put(chain.name(), new CompiledChain(table.name(), chain.name(), policy));
    }
    RuleCompiler compiler = new RuleCompiler(ruleset.family(), table.name());
    Set<String> known = new HashSet<>(chains.keySet());
    for (Chain chain : table.chains()) {
      CompiledChain compiled = chains.get(chain.name());
      compiled.rules =
          chain.rules().stream()
              .map(rule -> link(compiler.compile(rule), rule, chains, known))
              .toArray(CompiledRule[]::new);
    }
    CompiledChain[] byHook = new CompiledChain[Hook.values().length];
    for (Hook hook : Hook.values()) {
      if (Tables.isBuiltIn(table.name(), hook.name())) {
        CompiledChain chain = chains.get(hook.name());
        // The legacy back end has all of a table's chains, whatever the dump declares.
        boolean all = chain == null && backend == Backend.LEGACY;
        byHook[hook.ordinal()] =
            all ? new CompiledChain(table.name(), hook.name(), "ACCEPT") : chain;
      }
    }
    hooks.put(table.name(), byHook);
  }

  private static CompiledRule link(
      CompiledRule compiled, Rule rule, Map<String, CompiledChain> chains, Set<String> known) {
    rule.leadsTo().filter(known::contains).ifPresent(to -> compiled.to = chains.get(to));
    return compiled;
  }

  /** The chains of a table by hook; null where the ruleset has no such table. */
  CompiledChain[] table(String name) {
    return hooks.get(name);
  }

  /** Whether connection tracking is on. */
  boolean tracks() {
    return tracks;
  }

  /** Whether fragments are held until the packet is whole. */
  boolean defragments() {
    return defragments;
  }
}
