package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;

/** Whether rules match a packet. Where that is not known the walk takes a side and says which. */
final class Matching {

  private final Skb skb;
  private final Backend backend;
  private final Decisions decisions;

  /** Whether a match of the rule that was asked last drops the packet. */
  private boolean dropDamaged;

  Matching(Skb skb, Backend backend, Decisions decisions) {
    this.skb = skb;
    this.backend = backend;
    this.decisions = decisions;
  }

  /** Whether a match of the rule that was asked last drops the packet, as one that is cut off. */
  boolean dropsDamaged() {
    return dropDamaged;
  }

  /** Whether a rule matches; what is not known is decided. */
  boolean matches(CompiledRule rule) {
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
      Truth truth = decide(rule.tests[i], rule.words(i));
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
}
