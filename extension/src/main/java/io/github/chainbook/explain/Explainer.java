package io.github.chainbook.explain;

import io.github.chainbook.explain.Phrase.ChainName;
import io.github.chainbook.explain.Phrase.Code;
import io.github.chainbook.explain.Phrase.Key;
import io.github.chainbook.explain.Phrase.Words;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Reachability;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleOption;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in one sentence what a rule of a table does. */
public final class Explainer {

  private final Family family;
  private final Table table;
  private final Reachability reachability;
  private final Set<String> reachedByGoto;

  /** Explains the rules of one table. */
  public Explainer(Family family, Table table) {
    this.family = family;
    this.table = table;
    this.reachability = new Reachability(table);
    this.reachedByGoto =
        table.chains().stream()
            .flatMap(chain -> chain.rules().stream())
            .flatMap(rule -> rule.target().stream())
            .filter(target -> target.kind() == Target.Kind.GOTO)
            .map(Target::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What this rule of this chain does. */
  public Explanation explain(Chain chain, Rule rule) {
    Sentence sentence = new Sentence();
    Conditions.say(rule, sentence);
    if (rule.target().isEmpty()) {
      sentence.consequence(new Words("count it and go on to the next rule"));
    } else {
      consequence(sentence, chain, rule.target().get());
    }
    return sentence.finish();
  }

  private void consequence(Sentence sentence, Chain chain, Target target) {
    switch (target.kind()) {
      case JUMP -> sentence.consequence(new Words("continue in "), new ChainName(target.name()));
      case GOTO ->
          sentence.consequence(
              new Words("continue in "),
              new ChainName(target.name()),
              new Words(" and do not come back to this chain"));
      case VERDICT -> verdict(sentence, chain, target.name());
      case EXTENSION -> {
        if (target.name().equals("REDIRECT")) {
          redirect(sentence, chain, target);
        } else {
          sentence.incomplete();
          sentence.consequence(new Words("apply "), new Code(code(target)));
        }
      }
    }
  }

  private void verdict(Sentence sentence, Chain chain, String verdict) {
    switch (verdict) {
      case "ACCEPT" ->
          sentence.consequence(
              new Words("accept it; table " + table.name() + " is done with it at this hook"));
      case "DROP" -> sentence.consequence(new Words("drop it"));
      case "QUEUE" -> sentence.consequence(new Words("hand it to a program in user space"));
      default -> returns(sentence, chain);
    }
  }

  // RETURN, see iptables(8): a built-in chain has nothing to return to, so its policy decides. A
  // goto leaves no way back, so a chain that one leads to returns to behind the jump before it.
  private void returns(Sentence sentence, Chain chain) {
    if (chain.builtIn()) {
      sentence.consequence(
          new Words("leave it to the chain's policy"),
          new Words(chain.policy().map(policy -> ", " + policy).orElse("")));
    } else if (reachedByGoto.contains(chain.name())) {
      sentence.consequence(
          new Words(
              "leave this chain and go on after the latest jump (a goto is none), or by the"
                  + " built-in chain's policy if there was no jump"));
    } else {
      sentence.consequence(new Words("leave this chain and go on after the rule that jumped here"));
    }
  }

  /**
   * The address that REDIRECT writes depends on the hook; the kernel's {@code
   * net/netfilter/nf_nat_redirect.c}. Without a range of ports there is nothing to pick at random.
   */
  private void redirect(Sentence sentence, Chain chain, Target target) {
    Set<String> hooks = reachability.hooksOf(chain.name());
    boolean in = hooks.contains("PREROUTING");
    boolean out = hooks.contains("OUTPUT");
    String loopback = family == Family.IPV4 ? "127.0.0.1" : "::1";
    String incoming = family == Family.IPV4 ? "the first address" : "an address";
    String ports = option(target, "--to-ports");
    boolean range = ports.contains("-");
    boolean random = target.options().stream().anyMatch(o -> o.name().equals("--random"));
    if (ports.isEmpty()) {
      sentence.consequence(new Words("redirect it to the same port"));
    } else {
      String kind = range ? random ? "a random port of " : "a port of " : "port ";
      sentence.consequence(new Words("redirect it to " + kind), new Key(ports.replace('-', '–')));
    }
    if (in && out) {
      sentence.consequence(
          new Words(
              ", on "
                  + incoming
                  + " of the interface it came in by or, if this host sends it, on "
                  + loopback));
    } else if (in) {
      sentence.consequence(new Words(" on " + incoming + " of the interface it came in by"));
    } else {
      sentence.consequence(new Words(" on " + (out ? loopback : "this host")));
    }
  }

  private static String option(Target target, String name) {
    return target.options().stream()
        .filter(option -> option.name().equals(name))
        .map(RuleOption::word)
        .findFirst()
        .orElse("");
  }

  private static String code(Target target) {
    StringBuilder code = new StringBuilder(target.name());
    target.options().forEach(option -> code.append(' ').append(RuleText.option(option)));
    return code.toString();
  }
}
