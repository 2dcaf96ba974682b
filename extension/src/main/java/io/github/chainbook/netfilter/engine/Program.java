package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.xtables.Tables;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ruleset, ready to be asked about many packets. */
final class Program {

  /**
   * What happens at a hook.
   *
   * @param stage what
   * @param chain the table's chain there; null where it has none, or for the lookup
   */
  record Stop(Stage stage, CompiledChain chain) {}

  /** The built-in chains of each table, by hook; null where a table has none there. */
  private final Map<String, CompiledChain[]> hooks = new HashMap<>();

  /** What happens at each hook, in order; what has no effect is left out. */
  private final Stop[][] stops = new Stop[Hook.values().length][];

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
    for (Hook hook : Hook.values()) {
      program.stops[hook.ordinal()] = program.plan(hook, backend);
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

  private Stop[] plan(Hook hook, Backend backend) {
    List<Stop> plan = new ArrayList<>();
    for (Stage stage : Stage.of(hook, backend)) {
      CompiledChain[] table = hooks.get(stage.table);
      CompiledChain chain = table == null ? null : table[hook.ordinal()];
      boolean translates = stage == Stage.NAT && table != null && tracks && hook != Hook.FORWARD;
      if (stage == Stage.LOOKUP || chain != null && stage != Stage.NAT || translates) {
        plan.add(new Stop(stage, chain));
      }
    }
    return plan.toArray(Stop[]::new);
  }

  /** What happens at a hook, in order. */
  Stop[] at(Hook hook) {
    return stops[hook.ordinal()];
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
