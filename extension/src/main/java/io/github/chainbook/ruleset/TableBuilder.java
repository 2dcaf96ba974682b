package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table while its section of the dump is read. */
final class TableBuilder {

  private static final long MAX_COMPARISONS = 200_000;

  private final String name;
  private final Position position;
  private final List<String> builtIn;
  private final Map<String, ChainBuilder> chains = new LinkedHashMap<>();
  private boolean removed;

  TableBuilder(String name, Position position) {
    this.name = name;
    this.position = position;
    this.builtIn = Tables.builtInChains(name);
  }

  String name() {
    return name;
  }

  Position position() {
    return position;
  }

  Optional<ChainBuilder> find(String chain) {
    return Optional.ofNullable(chains.get(chain));
  }

  Collection<ChainBuilder> chains() {
    return chains.values();
  }

  void remove(String chain) {
    chains.remove(chain);
    removed = true;
  }

  /**
   * Declares a chain without a policy and with counters that have met nothing.
   *
   * @return whether it is new; nothing is done else
   */
  boolean declare(String chain, Position line) {
    ChainBuilder made = new ChainBuilder(chain, builtIn.contains(chain), line);
    if (chains.putIfAbsent(chain, made) != null) {
      return false;
    }
    made.declare(line.line());
    made.policy(Optional.empty(), Optional.of(Counters.zero()));
    return true;
  }

  /** The chain of this name, made if need be, used in this column of a line. */
  ChainBuilder use(String chain, Position line, int column) {
    ChainBuilder known = chains.get(chain);
    return known != null ? known : use(chain, line.atColumn(column));
  }

  /** The chain of this name, made if need be: implied or, for a user chain, not declared. */
  ChainBuilder use(String chain, Position where) {
    ChainBuilder known = chains.get(chain);
    if (known == null) {
      known = new ChainBuilder(chain, builtIn.contains(chain), where);
      chains.put(chain, known);
    }
    return known;
  }

  /** Reports chains that nothing declares and what the kernel refuses, and makes the table. */
  Table build(Findings findings) {
    for (ChainBuilder chain : new ArrayList<>(chains.values())) {
      if (removed || chain.leadsOn()) {
        useTargets(chain, findings);
      }
    }
    reportUndeclared(findings);
    reportLate(findings);
    Table table = new Table(name, position.line(), built());
    new TableChecks(table, chains.values(), findings).run();
    return table;
  }

  private void useTargets(ChainBuilder chain, Findings findings) {
    for (Rule rule : chain.entries()) {
      if (rule != null && rule.body().leadsTo() != null) {
        useTarget(rule, findings);
      }
    }
  }

  private List<Chain> built() {
    List<Chain> built = new ArrayList<>(chains.size());
    for (String hook : builtIn) {
      find(hook).ifPresent(chain -> built.add(chain.build()));
    }
    for (ChainBuilder chain : chains.values()) {
      if (!chain.builtIn()) {
        built.add(chain.build());
      }
    }
    return built;
  }

  // A chain's first use may be a jump that stands above the chain's own first rule.
  private void useTarget(Rule rule, Findings findings) {
    String name = rule.body().leadsTo();
    ChainBuilder known = chains.get(name);
    Position line = rule.position();
    if (known != null && !known.builtIn() && known.firstSeen().line() <= line.line()) {
      return;
    }
    Position where = line.atColumn(rule.target().orElseThrow().column());
    if (known != null && known.builtIn()) {
      findings.add(
          Diagnostic.error(
              "bad-target", where, "expected a chain that is not built in, found " + name));
    } else if (known != null) {
      known.usedAt(where);
    } else {
      use(name, where);
    }
  }

  private void reportUndeclared(Findings findings) {
    List<String> declared = new ArrayList<>();
    List<ChainBuilder> undeclared = new ArrayList<>();
    for (ChainBuilder chain : chains.values()) {
      if (chain.origin() == Chain.Origin.DECLARED) {
        declared.add(chain.name());
      } else if (chain.origin() == Chain.Origin.UNDECLARED) {
        undeclared.add(chain);
      }
    }
    // So many are no slips of the pen, and comparing every pair would take too long.
    boolean hints = (long) declared.size() * undeclared.size() <= MAX_COMPARISONS;
    for (ChainBuilder chain : undeclared) {
      findings.add(
          Diagnostic.error(
              "undeclared-chain",
              chain.firstSeen(),
              "chain "
                  + chain.name()
                  + " is used here and nothing declares it: expected a line ':"
                  + chain.name()
                  + " - [0:0]' above"
                  + (hints ? DidYouMean.hint(chain.name(), declared) : ""),
              "the chain is inferred from the rules that use it"));
    }
  }

  private void reportLate(Findings findings) {
    for (ChainBuilder chain : chains.values()) {
      if (chain.isDeclaredTooLate()) {
        findings.add(
            Diagnostic.error(
                "undeclared-chain",
                chain.firstSeen(),
                "chain "
                    + chain.name()
                    + " is used here and declared only below, in line "
                    + chain.line(),
                "the chain is taken as declared"));
      }
    }
  }
}
