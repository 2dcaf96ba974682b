package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.xtables.packet.Hook;
import java.util.List;
import java.util.Optional;

/** A chain, ready to be asked about many packets. */
final class CompiledChain {

  final String table;
  final String name;

  /** The policy; null for a user chain. */
  final String policy;

  CompiledRule[] rules = {};
  private final TraceStep[] ends = new TraceStep[Hook.values().length];

  CompiledChain(String table, String name, String policy) {
    this.table = table;
    this.name = name;
    this.policy = policy;
  }

  boolean isBuiltIn() {
    return policy != null;
  }

  /** The step that the chain's end is at this hook. */
  TraceStep end(Hook hook) {
    TraceStep end = ends[hook.ordinal()];
    if (end == null) {
      TraceStep.Type type = isBuiltIn() ? TraceStep.Type.POLICY : TraceStep.Type.RETURN;
      end = new TraceStep(hook, table, name, type, Optional.empty(), policy, List.of());
      ends[hook.ordinal()] = end;
    }
    return end;
  }
}
