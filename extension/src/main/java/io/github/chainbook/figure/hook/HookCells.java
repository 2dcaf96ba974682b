package io.github.chainbook.figure.hook;

import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.Row.Mark;
import io.github.chainbook.netfilter.engine.HookOrder;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Said;
import io.github.chainbook.xtables.packet.Hook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the rows of hooks: what a ruleset has there in each table. */
final class HookCells {

  /**
   * A table at a hook.
   *
   * @param row how it is drawn
   * @param said how it is said to who cannot see it
   */
  record Cell(Row row, String said) {}

  private final Ids ids;
  private final Ruleset ruleset;
  private final Optional<TableVisits> visits;
  private final Messages words;

  HookCells(Ids ids, Ruleset ruleset, Optional<TableVisits> visits, Messages words) {
    this.ids = ids;
    this.ruleset = ruleset;
    this.visits = visits;
    this.words = words;
  }

  /**
   * The cell of a table.
   *
   * @param order the tables of the hook, in the order in which they are asked
   */
  Cell cell(Hook hook, String name, List<String> order) {
    if (name.equals(HookOrder.CONNTRACK)) {
      boolean used = HookOrder.tracksConnections(ruleset);
      Link link = new Link("", words.text(used ? "tip.conntrack-used" : "tip.conntrack-unused"));
      String text = words.text(used ? "hook.conntrack-used" : "hook.conntrack-unused");
      return cell(name, Row.Kind.NONE, text, text, link, Mark.NONE);
    }
    Optional<Table> table = ruleset.table(name);
    Optional<Chain> chain = table.flatMap(t -> t.chain(hook.name()));
    String id = chain.isPresent() ? ids.chain(name, hook.name()) : "";
    Row.Kind kind =
        chain.isPresent() && !chain.get().rules().isEmpty() ? Row.Kind.JUMP : Row.Kind.NONE;
    Mark mark = visits.map(v -> v.mark(hook, name)).orElse(Mark.NONE);
    String missing = words.text(table.isEmpty() ? "hook.no-table" : "hook.no-chain");
    Optional<String> why =
        visits.filter(v -> chain.isPresent()).flatMap(v -> v.why(hook, name, order));
    String drawn = why.orElseGet(() -> chain.map(c -> text(c, "hook.cell")).orElse(missing));
    String said = why.orElseGet(() -> chain.map(c -> text(c, "hook.cell.said")).orElse(missing));
    return cell(name, kind, drawn, said, new Link(id, tip(hook, name, chain)), mark);
  }

  private Cell cell(String table, Row.Kind kind, String drawn, String said, Link link, Mark mark) {
    Row row = new Row("", List.of(table), kind, drawn, link, List.of(), mark);
    Map<String, Said> slots = words.slots("table", table, "has", said);
    slots.put("met", Said.kind(mark.met() == Row.Met.PERHAPS ? "perhaps" : "surely"));
    if (!mark.steps().isEmpty()) {
      slots.put("steps", Said.name(mark.steps()));
    }
    if (!mark.effect().isEmpty()) {
      slots.put("effect", Said.name(mark.effect()));
    }
    return new Cell(row, say("hook.said", slots));
  }

  private String text(Chain chain, String key) {
    Map<String, Said> slots = words.slots("n", String.valueOf(chain.rules().size()));
    chain.policy().ifPresent(policy -> slots.put("policy", Said.name(policy)));
    return say(key, slots);
  }

  private String tip(Hook hook, String table, Optional<Chain> chain) {
    Map<String, Said> slots = words.slots("chain", hook, "table", table);
    chain.ifPresent(c -> slots.put("has", Said.name(text(c, "hook.cell"))));
    return say("tip.hook", slots);
  }

  private String say(String key, Map<String, Said> slots) {
    return Phrase.text(words.say(key, slots));
  }
}
