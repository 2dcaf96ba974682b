package io.github.chainbook.explain;

import io.github.chainbook.explain.PartWords.Piece;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Reachability;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase.ChainName;
import io.github.chainbook.words.Said;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rule does with a packet that it matches, in words. */
final class Consequences {

  /**
   * The targets after which the chain is left, or of which the message itself says what follows;
   * iptables-extensions(8). All others go on to the next rule.
   */
  private static final Set<String> SAY_WHAT_FOLLOWS =
      Set.of(
          "CLUSTERIP",
          "DNAT",
          "DNPT",
          "MASQUERADE",
          "NETMAP",
          "NFQUEUE",
          "REDIRECT",
          "REJECT",
          "SNAT",
          "SNPT",
          "SYNPROXY",
          "TPROXY");

  private final Messages messages;
  private final PartWords parts;
  private final Reachability reachability;
  private final Set<String> reachedByGoto;
  private final Map<String, Said> place = new LinkedHashMap<>();

  Consequences(Family family, Table table, Messages messages, PartWords parts) {
    this.messages = messages;
    this.parts = parts;
    this.reachability = new Reachability(table);
    this.reachedByGoto =
        table.chains().stream()
            .flatMap(chain -> chain.rules().stream())
            .flatMap(rule -> rule.target().stream())
            .filter(target -> target.kind() == Target.Kind.GOTO)
            .map(Target::name)
            .collect(Collectors.toUnmodifiableSet());
    place.put("table", Said.key(table.name()));
    place.put("family", Said.kind(family.word()));
  }

  List<Piece> of(Chain chain, Rule rule) {
    if (rule.target().isEmpty()) {
      return List.of(piece("rule.no-target", "", place));
    }
    Target target = rule.target().get();
    Map<String, Said> slots = new LinkedHashMap<>(place);
    slots.put("chain", new Said("", List.of(new ChainName(target.name()))));
    return switch (target.kind()) {
      case JUMP -> List.of(piece("rule.jump", "", slots));
      case GOTO -> List.of(piece("rule.goto", "", slots));
      case VERDICT -> List.of(verdict(chain, target.name(), slots));
      case EXTENSION -> extension(chain, target, slots);
    };
  }

  // RETURN, see iptables(8): a built-in chain has nothing to return to, so its policy decides. A
  // goto leaves no way back, so a chain that one leads to returns to behind the jump before it.
  private Piece verdict(Chain chain, String name, Map<String, Said> slots) {
    String key = "verdict." + name;
    if (name.equals("RETURN")) {
      String where =
          chain.builtIn() ? "built-in" : reachedByGoto.contains(chain.name()) ? "goto" : "user";
      slots.put("where", Said.kind(where));
      chain.policy().ifPresent(policy -> slots.put("policy", Said.key(policy)));
    }
    return piece(key, "verdict." + name, slots);
  }

  /**
   * The address that REDIRECT writes depends on the hook; the kernel's {@code
   * net/netfilter/nf_nat_redirect.c}. NETMAP and DNAT too know by it which end they change.
   */
  private List<Piece> extension(Chain chain, Target target, Map<String, Said> slots) {
    Set<String> hooks = reachability.hooksOf(chain.name());
    boolean in = hooks.contains("PREROUTING");
    boolean out = hooks.contains("OUTPUT");
    boolean source = hooks.contains("INPUT") || hooks.contains("POSTROUTING");
    slots.put("hook", Said.kind(in && out ? "both" : in ? "in" : out ? "out" : "unknown"));
    boolean destination = in || out;
    slots.put(
        "end",
        Said.kind(destination == source ? "unknown" : destination ? "destination" : "source"));
    masks(target).ifPresent(masks -> slots.put("masks", masks));
    String key = "target." + target.name();
    String code = target.name();
    List<Piece> pieces = parts.of(key, code, target.options(), slots);
    boolean known = pieces.stream().noneMatch(piece -> piece.clause().key().isEmpty());
    if (!known || SAY_WHAT_FOLLOWS.contains(target.name())) {
      return pieces;
    }
    List<Piece> all = new ArrayList<>(pieces);
    all.add(piece("consequence.next", "", slots));
    return all;
  }

  /**
   * How the two masks of CONNMARK go together: a copy under two masks clears by one and flips by
   * what the other leaves, which is a plain copy only where they are the same; {@code
   * xt_connmark.c}.
   */
  private static Optional<Said> masks(Target target) {
    List<String> masks =
        target.options().stream()
            .filter(o -> o.name().equals("--nfmask") || o.name().equals("--ctmask"))
            .map(RuleOption::word)
            .toList();
    if (masks.size() != 2) {
      return Optional.empty();
    }
    boolean same = masks.get(0).equals(masks.get(1));
    boolean whole = same && masks.get(0).equals(Mark.hex(-1));
    return Optional.of(Said.kind(whole ? "whole" : same ? "same" : "apart"));
  }

  private Piece piece(String key, String owner, Map<String, Said> slots) {
    return new Piece(new Clause(key, owner, List.of()), messages.say(key, slots));
  }
}
