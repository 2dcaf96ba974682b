package io.github.chainbook.explain;

import io.github.chainbook.explain.Phrase.Code;
import io.github.chainbook.explain.Phrase.Key;
import io.github.chainbook.explain.Phrase.Words;
import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What {@code -m owner} asks, in words; iptables-extensions(8), section owner. The owner is who
 * opened the socket. A packet without an owner (the kernel's own RST, say) meets a match whose
 * options are all negated, and no other.
 */
final class OwnerWords {

  private OwnerWords() {}

  static void say(Match match, Sentence sentence) {
    List<Phrase> sender = new ArrayList<>();
    boolean noneToo = match.options().stream().allMatch(RuleOption::negated);
    // What it must be first: "any user but 0 and group 0" could be misread.
    List<RuleOption> options = new ArrayList<>(match.options());
    options.sort(Comparator.comparing(RuleOption::negated));
    for (RuleOption option : options) {
      switch (option.name()) {
        case "--uid-owner" -> id(sender, option, "user");
        case "--gid-owner" -> id(sender, option, "group");
        case "--suppl-groups" -> {} // said last
        case "--socket-exists" ->
            sentence.condition(
                new Words(option.negated() ? "belonging to no socket" : "belonging to a socket"));
        default -> {
          sentence.incomplete();
          sentence.condition(
              new Words("where "),
              new Code("-m owner " + RuleText.option(option)),
              new Words(" holds"));
        }
      }
    }
    if (match.options().isEmpty()) {
      sentence.incomplete();
      sentence.condition(new Words("where "), new Code("-m owner"), new Words(" holds"));
    }
    if (!sender.isEmpty()) {
      if (match.options().stream().anyMatch(o -> o.name().equals("--suppl-groups"))) {
        sender.add(new Words(" (supplementary groups count too)"));
      }
      if (noneToo) {
        sender.add(new Words(", or by none"));
      }
      sentence.condition(sender.toArray(Phrase[]::new));
    }
  }

  private static void id(List<Phrase> sender, RuleOption option, String kind) {
    boolean range = option.word().indexOf('-') > 0;
    String some = range ? "one of the " + kind + "s " : kind + " ";
    sender.add(
        new Words(
            (sender.isEmpty() ? "sent by " : " and ")
                + (option.negated() ? "any " + kind + " but " : some)));
    sender.add(new Key(option.word().replace('-', '–')));
  }
}
