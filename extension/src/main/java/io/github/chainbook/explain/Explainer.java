package io.github.chainbook.explain;

import io.github.chainbook.explain.PartWords.Piece;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Said;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Says in one sentence what a rule of a table does. All words are from {@link Messages}; what is
 * decided here is which of them hold.
 */
public final class Explainer {

  private final Messages messages;
  private final Lists lists;
  private final Conditions conditions;
  private final Consequences consequences;

  /** Explains the rules of one table in English. */
  public Explainer(Family family, Table table) {
    this(family, table, Messages.english());
  }

  /** Explains the rules of one table in a language. */
  public Explainer(Family family, Table table, Messages messages) {
    this.messages = messages;
    this.lists = new Lists(messages);
    PartWords parts = new PartWords(messages, family);
    this.conditions = new Conditions(messages, parts, Catalogue.of(family));
    this.consequences = new Consequences(family, table, messages, parts);
  }

  /** What this rule of this chain does. */
  public Explanation explain(Chain chain, Rule rule) {
    Conditions.Asked asked = conditions.of(rule);
    List<Piece> done = consequences.of(chain, rule);
    Map<String, Said> slots = new LinkedHashMap<>();
    slots.put("conditions", new Said("", asked.phrases()));
    slots.put("consequence", new Said("", joined("join.consequence", done)));
    slots.put("remarks", new Said("", joined("join.remark", asked.remarks())));
    List<Clause> clauses =
        Stream.of(asked.pieces(), asked.remarks(), done)
            .flatMap(List::stream)
            .map(Piece::clause)
            .toList();
    boolean complete = clauses.stream().noneMatch(clause -> clause.key().isEmpty());
    return new Explanation(
        capitalized(messages.say("sentence", slots), messages.locale()), complete, clauses);
  }

  /** What a rule asks of a packet; nothing where it takes every packet. */
  public List<Phrase> asks(Rule rule) {
    Conditions.Asked asked = conditions.of(rule);
    return asked.pieces().isEmpty() ? List.of() : asked.phrases();
  }

  private List<Phrase> joined(String key, List<Piece> pieces) {
    return lists.pairs(key, pieces.stream().map(Piece::phrases).filter(p -> !p.isEmpty()).toList());
  }

  // Only words of ours may change their case.
  private static List<Phrase> capitalized(List<Phrase> phrases, Locale locale) {
    List<Phrase> merged = new ArrayList<>();
    for (Phrase phrase : phrases) {
      int last = merged.size() - 1;
      if (phrase instanceof Phrase.Words words
          && last >= 0
          && merged.get(last) instanceof Phrase.Words before) {
        merged.set(last, new Phrase.Words(before.text() + words.text()));
      } else if (!phrase.text().isEmpty()) {
        merged.add(phrase);
      }
    }
    if (merged.get(0) instanceof Phrase.Words first) {
      int begin = first.text().offsetByCodePoints(0, 1);
      String text = first.text();
      String upper = text.substring(0, begin).toUpperCase(locale);
      merged.set(0, new Phrase.Words(upper + text.substring(begin)));
    }
    return merged;
  }
}
