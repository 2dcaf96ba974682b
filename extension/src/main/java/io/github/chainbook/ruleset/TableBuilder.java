package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.Catalogue;
import io.github.chainbook.xtables.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table while its section of the dump is read. */
final class TableBuilder {

  private static final long MAX_COMPARISONS = 200_000;

  private final String name;
  private final Position position;
  private final Catalogue catalogue;
  private final Map<String, ChainBuilder> chains = new LinkedHashMap<>();

  TableBuilder(String name, Position position, Catalogue catalogue) {
    this.name = name;
    this.position = position;
    this.catalogue = catalogue;
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
  }

  /** The chain of this name, made if need be: implied or, for a user chain, not declared. */
  ChainBuilder use(String chain, Position where) {
    return chains.computeIfAbsent(
        chain, c -> new ChainBuilder(c, Tables.isBuiltIn(name, c), where));
  }

  /** Settles what the rules' targets are, reports chains that nothing declares, makes the table. */
  Table build(Findings findings) {
    for (ChainBuilder chain : List.copyOf(chains.values())) {
      for (ChainBuilder.Entry entry : chain.entries()) {
        entry.rule().ifPresent(rule -> useTarget(rule, entry.position(), findings));
      }
    }
    reportUndeclared(findings);
    reportLate(findings);
    List<Chain> built = new ArrayList<>();
    chains.values().stream()
        .map(chain -> chain.build(catalogue.builtIn().options(), this::settle))
        .forEach(built::add);
    List<String> hooks = Tables.builtInChains(name);
    built.sort(
        Comparator.comparingInt(
            chain -> chain.builtIn() ? hooks.indexOf(chain.name()) : hooks.size()));
    return new Table(name, position.line(), built);
  }

  // A chain's first use may be a jump that stands above the chain's own first rule.
  private void useTarget(ParsedRule rule, Position line, Findings findings) {
    Optional<Target> target = rule.toTarget();
    if (target.isEmpty() || chains.containsKey(target.get().name())) {
      target.ifPresent(t -> chains.get(t.name()).usedAt(line.atColumn(t.column())));
      return;
    }
    Target to = target.get();
    Position where = line.atColumn(to.column());
    boolean extension = catalogue.hasTarget(to.name()) || catalogue.isVerdict(to.name());
    if (to.kind() == Target.Kind.GOTO || !extension && to.options().isEmpty()) {
      use(to.name(), where);
    } else if (!extension) {
      findings.add(
          Diagnostic.warning(
              "unknown-extension",
              where,
              "target " + to.name() + " is none of iptables 1.8.9; it is kept as it stands"));
    }
  }

  private Target settle(Target target) {
    if (chains.containsKey(target.name())) {
      return target;
    }
    return target.withKind(
        catalogue.isVerdict(target.name()) ? Target.Kind.VERDICT : Target.Kind.EXTENSION);
  }

  private void reportUndeclared(Findings findings) {
    List<String> declared =
        chains.values().stream()
            .filter(chain -> chain.origin() == Chain.Origin.DECLARED)
            .map(ChainBuilder::name)
            .toList();
    List<ChainBuilder> undeclared =
        chains.values().stream()
            .filter(chain -> chain.origin() == Chain.Origin.UNDECLARED)
            .toList();
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
