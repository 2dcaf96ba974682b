package io.github.chainbook.figure.table;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Jump;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import java.util.List;

/**
 * How a chain hangs together with the others of its table.
 *
 * @param jumps the rules that jump to it, in the table's order
 * @param gotos the rules that go to it for good
 * @param leadsTo the chains that its rules lead to, each once, in the order of the rules
 */
public record ChainHead(List<Jump> jumps, List<Jump> gotos, List<String> leadsTo) {

  public ChainHead {
    jumps = List.copyOf(jumps);
    gotos = List.copyOf(gotos);
    leadsTo = List.copyOf(leadsTo);
  }

  /** The head of a chain. */
  public static ChainHead of(Table table, Chain chain) {
    List<Jump> all = table.jumpsTo(chain.name());
    return new ChainHead(
        all.stream().filter(jump -> !isGoto(jump)).toList(),
        all.stream().filter(ChainHead::isGoto).toList(),
        chain.rules().stream().map(Rule::leadsTo).flatMap(to -> to.stream()).distinct().toList());
  }

  private static boolean isGoto(Jump jump) {
    return jump.rule().target().orElseThrow().kind() == Target.Kind.GOTO;
  }

  /** Whether no rule leads to the chain. */
  public boolean isAlone() {
    return jumps.isEmpty() && gotos.isEmpty();
  }
}
