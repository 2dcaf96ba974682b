package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
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

  private CompiledChain[] returnChains = NO_CHAINS;
  private int[] returnRules = NO_RULES;
  private int depth;
  private boolean dropDamaged;

  ChainWalk(Skb skb, Record record, Backend backend, Decisions decisions) {
    this.skb = skb;
    this.record = record;
    this.backend = backend;
    this.decisions = decisions;
    this.watch = new ActionWatch(skb, record);
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
      if (!matches(rule)) {
        if (dropDamaged) {
          if (backend == Backend.NFT) {
            record.step(rule.step(skb.hook, chain));
          }
          return Fate.DROP;
        }
        continue;
      }
      record.step(rule.step(skb.hook, chain));
      if (dropDamaged) {
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

  private boolean matches(CompiledRule rule) {
    dropDamaged = false;
    PacketTest[] tests = rule.tests;
    for (int i = 0; i < tests.length; i++) {
      Truth truth = tests[i].test(skb);
      if (skb.damaged) {
        // With a ! the test holds nevertheless, and legacy goes on to the end of the rule.
        dropDamaged = true;
        skb.damaged = false;
        if (backend == Backend.NFT) {
          return false;
        }
      }
      if (truth == Truth.NO) {
        return false;
      }
      if (truth == Truth.UNKNOWN) {
        return canMatch(rule, i) && decide(rule, i);
      }
    }
    return true;
  }

  // One test that does not hold is enough, so that what is open before it need not be decided.
  private boolean canMatch(CompiledRule rule, int from) {
    skb.frozen = true;
    boolean can = true;
    for (int i = from + 1; i < rule.tests.length && can; i++) {
      can = rule.tests[i].test(skb) != Truth.NO || skb.damaged;
      skb.damaged = false;
    }
    skb.frozen = false;
    return can;
  }

  private boolean decide(CompiledRule rule, int from) {
    for (int i = from; i < rule.tests.length; i++) {
      Truth truth = decide(rule.tests[i], rule.words[i]);
      if (truth == Truth.NO) {
        dropDamaged = skb.damaged;
        skb.damaged = false;
        return false;
      }
    }
    return true;
  }

  private Truth decide(PacketTest test, String words) {
    skb.asking.isSpared = false;
    while (true) {
      skb.asking.question = null;
      skb.asking.askedOpen = false;
      Truth truth = test.test(skb);
      Question question = skb.asking.question;
      skb.asking.question = null;
      if (truth != Truth.UNKNOWN) {
        return truth;
      }
      if (question == null) {
        return Truth.of(once(words));
      }
      Decisions.Answer answer = decisions.next();
      if (question == Question.OR_DROPPED) {
        answer.condition = words + (answer.yes ? " drops the packet" : " does not drop the packet");
        if (answer.yes) {
          skb.damaged = true;
          return Truth.NO;
        }
        skb.asking.isSpared = true;
        continue;
      }
      if (question.mark() != null) {
        skb.fields.narrow(question.mark(), answer.yes);
        answer.condition = condition(words, test.test(skb));
        continue;
      }
      if (question.field() != null) {
        skb.fields.narrow(question.field(), question.set(), answer.yes);
        Truth then = test.test(skb);
        skb.asking.question = null;
        answer.partial = then == Truth.UNKNOWN;
        answer.condition = answer.partial ? question.words(answer.yes) : condition(words, then);
        continue;
      }
      answer.steps = question.steps();
      skb.asking.answer = Truth.of(answer.yes);
      Truth then = test.test(skb);
      skb.asking.answer = null;
      skb.asking.question = null;
      answer.condition =
          then == Truth.UNKNOWN
              ? words + (answer.yes ? " may hold" : " may not hold")
              : condition(words, then);
      return then == Truth.UNKNOWN ? Truth.of(once(words)) : then;
    }
  }

  private static String condition(String words, Truth truth) {
    return words + (truth == Truth.YES ? " holds" : " does not hold");
  }

  // What does not depend on memory has one answer, until a field that it looks at has changed.
  private boolean once(String words) {
    String opposite = opposite(words);
    String since = skb.asking.askedOpen ? " after " + skb.fields.changes() : "";
    return opposite == null
        ? decisions.once(words + since, condition(words, Truth.YES), condition(words, Truth.NO))
        : !decisions.once(
            opposite + since, condition(words, Truth.NO), condition(words, Truth.YES));
  }

  // What stands behind the only ! of a match with one option; null where there is none.
  private static String opposite(String words) {
    int mark = words.startsWith("! ") ? 0 : words.indexOf(" ! ") + 1;
    boolean alone =
        (mark > 0 || words.startsWith("! "))
            && words.indexOf(" ! ", mark + 1) < 0
            && words.indexOf(" --") == words.lastIndexOf(" --")
            && words.indexOf('"') < 0;
    return alone ? words.substring(0, mark) + words.substring(mark + 2) : null;
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
