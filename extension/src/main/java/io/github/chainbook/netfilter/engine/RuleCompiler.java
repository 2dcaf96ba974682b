package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.engine.CompiledRule.Kind;
import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.catalogue.BuiltIn;
import io.github.chainbook.xtables.catalogue.PacketActions;
import io.github.chainbook.xtables.catalogue.PacketTests;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes rules ready to be asked about packets. */
final class RuleCompiler {

  private static final PacketTest NOBODY_KNOWS = packet -> Truth.UNKNOWN;

  private final Family family;
  private final String table;

  RuleCompiler(Family family, String table) {
    this.family = family;
    this.table = table;
  }

  /** The rule; where it leads to is set later. */
  CompiledRule compile(Rule rule) {
    List<PacketTest> tests = new ArrayList<>();
    List<Supplier<String>> words = new ArrayList<>();
    RuleContext context = context(rule);
    for (Match match : rule.matches()) {
      if (match.module().isEmpty()) {
        for (RuleOption option : match.options()) {
          tests.add(BuiltInTests.of(option));
          words.add(() -> RuleText.option(option));
        }
      } else if (!match.module().get().equals("comment")) {
        tests.add(test(match, context));
        words.add(() -> text(match));
      }
    }
    Optional<Target> target = rule.target();
    PacketAction action =
        target
            .filter(t -> t.kind() == Target.Kind.EXTENSION)
            .filter(t -> t.options().stream().allMatch(RuleOption::isKnown))
            .flatMap(
                t -> PacketActions.of(t.name()).map(f -> f.of(new Options(t.options()), context)))
            .orElse(null);
    return new CompiledRule(rule, tests, words, kind(target, action), action);
  }

  private RuleContext context(Rule rule) {
    List<RuleOption> asked = rule.matchOptions().toList();
    for (RuleOption option : asked) {
      var protocol = option.meaning(BuiltIn.PROTOCOL);
      if (protocol.isPresent()) {
        return new RuleContext(family, table, protocol.get().number(), option.negated(), asked);
      }
    }
    return RuleContext.of(family, table).beside(asked);
  }

  private static PacketTest test(Match match, RuleContext context) {
    if (!match.options().stream().allMatch(RuleOption::isKnown)) {
      return NOBODY_KNOWS;
    }
    return PacketTests.of(match.module().orElseThrow())
        .map(factory -> factory.of(new Options(match.options()), context))
        .orElse(NOBODY_KNOWS);
  }

  private static String text(Match match) {
    String options =
        match.options().stream().map(RuleText::option).collect(Collectors.joining(" "));
    return ("-m " + match.module().orElseThrow() + " " + options).trim();
  }

  private static Kind kind(Optional<Target> target, PacketAction action) {
    if (target.isEmpty()) {
      return Kind.COUNT;
    }
    return switch (target.get().kind()) {
      case JUMP -> Kind.JUMP;
      case GOTO -> Kind.GOTO;
      case VERDICT -> Kind.valueOf(target.get().name());
      case EXTENSION -> action == null ? Kind.UNKNOWN : Kind.ACTION;
    };
  }
}
