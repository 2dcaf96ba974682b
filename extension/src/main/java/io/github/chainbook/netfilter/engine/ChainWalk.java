package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.xtables.packet.Fate;
import java.util.Arrays;

/**
 * A packet's way through the chains of one table: ipt_do_table of net/ipv4/netfilter/ip_tables.c.
 */
final class ChainWalk {

  /** No kernel loads rules that loop; a dump of them must not keep us. */
  private static final int MAX_JUMPS = 100_000;

  private static final CompiledChain[] NO_CHAINS = {};
  private static final int[] NO_RULES = {};

  private final Skb skb;
  private final Record record;
  private final Backend backend;
  private final Decisions decisions;
  private final ActionWatch watch;
  private final Matching matching;

  private CompiledChain[] returnChains = NO_CHAINS;
  private int[] returnRules = NO_RULES;
  private int depth;

  ChainWalk(Skb skb, Record record, Backend backend, Decisions decisions) {
    this.skb = skb;
    this.record = record;
    this.backend = backend;
    this.decisions = decisions;
    this.watch = new ActionWatch(skb, record);
    this.matching = new Matching(skb, backend, decisions);
  }

  /**
   * Asks the rules of a built-in chain and of those that it leads to.
   *
   * @return ACCEPT where the table lets the packet pass
   */
  Fate run(CompiledChain base) {
    CompiledChain chain = base;
    int next = 0;
    int jumps = 0;
    depth = 0;
    record.enterTable();
    while (true) {
      CompiledRule[] rules = chain.rules;
      if (next == rules.length) {
        record.step(chain.end(skb.hook));
        if (chain.isBuiltIn()) {
          return chain.policy.equals("DROP") ? Fate.DROP : Fate.ACCEPT;
        }
        next = depth == 0 ? base.rules.length : returnRules[depth - 1];
        chain = depth == 0 ? base : returnChains[--depth];
        continue;
      }
      CompiledRule rule = rules[next++];
      if (!matching.matches(rule)) {
        if (matching.dropsDamaged()) {
          if (backend == Backend.NFT) {
            record.step(rule.step(skb.hook, chain));
          }
          return Fate.DROP;
        }
        continue;
      }
      record.step(rule.step(skb.hook, chain));
      if (matching.dropsDamaged()) {
        return Fate.DROP;
      }
      switch (rule.kind) {
        case COUNT -> {}
        case JUMP, GOTO -> {
          if (rule.to == null || ++jumps > MAX_JUMPS) {
            record.note("the rules lead nowhere, or round in circles");
            return Fate.DROP;
          }
          if (rule.kind == CompiledRule.Kind.JUMP) {
            push(chain, next);
          }
          chain = rule.to;
          next = 0;
        }
        case RETURN -> {
          if (chain.isBuiltIn()) {
            next = rules.length;
          } else {
            next = depth == 0 ? base.rules.length : returnRules[depth - 1];
            chain = depth == 0 ? base : returnChains[--depth];
          }
        }
        case ACCEPT -> {
          return Fate.ACCEPT;
        }
        case DROP -> {
          return Fate.DROP;
        }
        case QUEUE -> {
          return Fate.QUEUE;
        }
        default -> {
          Fate fate = rule.kind == CompiledRule.Kind.ACTION ? watch.act(rule) : guess(rule);
          if (fate != Fate.CONTINUE) {
            return fate;
          }
        }
      }
    }
  }

  private void push(CompiledChain chain, int next) {
    if (depth == returnRules.length) {
      returnChains = Arrays.copyOf(returnChains, depth * 2 + 4);
      returnRules = Arrays.copyOf(returnRules, depth * 2 + 4);
    }
    returnChains[depth] = chain;
    returnRules[depth++] = next;
  }

  // A target that nobody knows may do anything.
  private Fate guess(CompiledRule rule) {
    String name = "-j " + rule.rule.target().orElseThrow().name();
    Decisions.Answer goesOn = decisions.next();
    goesOn.condition = name + (goesOn.yes ? " goes on" : " ends the chain");
    goesOn.partial = !goesOn.yes;
    if (goesOn.yes) {
      return Fate.CONTINUE;
    }
    Decisions.Answer accepts = decisions.next();
    accepts.condition = name + (accepts.yes ? " accepts" : " drops");
    return accepts.yes ? Fate.ACCEPT : Fate.DROP;
  }
}
