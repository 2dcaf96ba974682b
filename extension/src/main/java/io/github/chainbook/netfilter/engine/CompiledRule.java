package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.packet.PacketTest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A rule, ready to be asked about many packets. */
final class CompiledRule {

  /** What happens to a packet that the rule matches. */
  enum Kind {
    /** It is counted. */
    COUNT,
    JUMP,
    GOTO,
    ACCEPT,
    DROP,
    RETURN,
    QUEUE,
    /** A target extension acts. */
    ACTION,
    /** Nobody knows what its target does. */
    UNKNOWN
  }

  final PacketTest[] tests;

  /** What prints the text of each test, which few packets need. */
  private final List<Supplier<String>> texts;

  private final String[] words;

  final Kind kind;
  final PacketAction action;
  final Rule rule;
  CompiledChain to;
  private final TraceStep[] steps = new TraceStep[Hook.values().length];

  CompiledRule(
      Rule rule,
      List<PacketTest> tests,
      List<Supplier<String>> texts,
      Kind kind,
      PacketAction action) {
    this.rule = rule;
    this.tests = tests.toArray(PacketTest[]::new);
    this.texts = texts;
    this.words = new String[texts.size()];
    this.kind = kind;
    this.action = action;
  }

  /** The text of a test, for the conditions of branches. */
  String words(int test) {
    if (words[test] == null) {
      words[test] = texts.get(test).get();
    }
    return words[test];
  }

  /** The step that the rule is at this hook; made once, as every packet that matches has it. */
  TraceStep step(Hook hook, CompiledChain chain) {
    TraceStep step = steps[hook.ordinal()];
    if (step == null) {
      step =
          new TraceStep(
              hook,
              chain.table,
              chain.name,
              TraceStep.Type.RULE,
              Optional.of(rule),
              null,
              List.of());
      steps[hook.ordinal()] = step;
    }
    return step;
  }
}
