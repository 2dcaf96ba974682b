package io.github.chainbook.figure.flow;

import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.words.Messages;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the parts of a topology's figures lead.
 *
 * @param ids the ids of the topology
 * @param exists whether the book has an element of an id; what it has not is not linked
 * @param words the language of what is said of them
 */
public record Links(TopologyIds ids, Predicate<String> exists, Messages words) {

  /** To what is said of a flow. */
  public Optional<Link> flow(Flow flow) {
    return checked(new Link(ids.flow(flow.number()), flow.label()));
  }

  /** To the row of a hop. */
  public Optional<Link> hop(int flow, Hop hop, String tip) {
    return checked(new Link(ids.hop(flow, hop.number()), tip));
  }

  /** To the rule of a step, or the chain of a policy. */
  public Optional<Link> step(Namespace namespace, Hop hop, TraceStep step) {
    for (Rules rules : namespace.rules()) {
      Optional<Chain> chain =
          rules.rulesets().stream()
              .filter(ruleset -> ruleset.family() == hop.packet().family())
              .flatMap(ruleset -> ruleset.table(step.table()).stream())
              .flatMap(table -> table.chain(step.chain()).stream())
              .findFirst();
      if (rules.id().isPresent() && chain.isPresent()) {
        return checked(link(new Ids(rules.id().get()), chain.get(), step));
      }
    }
    return Optional.empty();
  }

  /** To the rules of a namespace. */
  public Optional<Link> rules(Namespace namespace) {
    return namespace.rules().stream()
        .flatMap(rules -> rules.id().stream())
        .findFirst()
        .flatMap(id -> checked(new Link(id, words.text("tip.rules", "of", namespace.label()))));
  }

  private Link link(Ids ids, Chain chain, TraceStep step) {
    return step.rule()
        .map(
            rule ->
                new Link(
                    ids.rule(step.table(), chain.name(), rule.number()),
                    RuleText.line(chain, rule)))
        .orElseGet(
            () ->
                new Link(
                    ids.chain(step.table(), chain.name()),
                    words.text("tip.chain", "chain", chain.name())));
  }

  private Optional<Link> checked(Link link) {
    return Optional.of(link).filter(found -> exists.test(found.id()));
  }
}
