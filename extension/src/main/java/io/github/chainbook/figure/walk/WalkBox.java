package io.github.chainbook.figure.walk;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.ChainDiagram;
import io.github.chainbook.figure.ChainWords;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.Row.Mark;
import io.github.chainbook.figure.Row.Met;
import io.github.chainbook.figure.RuleRows;
import io.github.chainbook.figure.walk.Visits.Seen;
import io.github.chainbook.figure.walk.Visits.Stop;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the box of a chain that a packet entered. */
final class WalkBox {

  private final Ids ids;
  private final Optional<Table> table;
  private final Stop stop;
  private final Trace trace;
  private final int ways;
  private final boolean all;
  private final ChainWords words;
  private final Messages messages;

  WalkBox(
      Ids ids, Ruleset ruleset, Stop stop, Trace trace, int ways, boolean all, ChainWords words) {
    this.words = words;
    this.messages = words.messages();
    this.ids = ids;
    this.table = ruleset.table(stop.table);
    this.stop = stop;
    this.trace = trace;
    this.ways = ways;
    this.all = all;
  }

  Box box(String name, Seen seen) {
    Optional<Chain> chain = table.flatMap(t -> t.chain(name));
    boolean hook = name.equals(stop.hook.name());
    String tip = messages.text("tip.chain-of-table", "chain", name, "table", stop.table);
    Link link = new Link(ids.chain(stop.table, name), tip);
    List<Row> rows = new ArrayList<>();
    chain.ifPresent(c -> rules(c, seen, rows));
    if (seen.end.isMet()) {
      Mark mark = mark(seen.end);
      List<String> end = List.of(messages.text("row.end"));
      String back = messages.text("row.back");
      rows.add(new Row("", end, Row.Kind.RETURN, back, link, List.of(), mark));
    }
    if (seen.policy.isMet()) {
      Mark mark = mark(seen.policy);
      String word = seen.policyWord;
      List<String> policy = List.of(messages.text("row.policy"));
      rows.add(new Row("", policy, Row.Kind.TARGET, word, link, List.of(), mark));
    }
    Box.Kind kind =
        chain.map(ChainDiagram::kind).orElse(hook ? Box.Kind.HOOK : Box.Kind.UNDECLARED);
    String subtitle = hook ? subtitle(chain.isPresent()) : "";
    return new Box(name, kind, subtitle, link, words.rowsOf(name), rows);
  }

  // By which interfaces it came and will go is of the hook, and may differ from way to way.
  private String subtitle(boolean inDump) {
    List<String> ways =
        stop.passages.stream().map(passage -> Devices.of(passage, messages)).distinct().toList();
    String devices = new Lists(messages).joined("join.alternatives", ways);
    String table = messages.text("table.name", "table", stop.table);
    return Stream.of(table, devices, inDump ? "" : messages.text("box.not-in-dump"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static Mark mark(Sighting sighting) {
    Met met = sighting.isCertain() ? Met.YES : Met.PERHAPS;
    return new Mark(met, sighting.steps(), sighting.effect());
  }

  private void rules(Chain chain, Seen seen, List<Row> rows) {
    RuleRows maker = new RuleRows(ids, table.orElseThrow(), words);
    List<Rule> others = new ArrayList<>();
    for (Rule rule : chain.rules()) {
      Sighting sighting = seen.rule(rule.number());
      if (sighting.isMet()) {
        flush(maker, chain, seen, others, rows);
        rows.add(maker.row(chain, rule).with(mark(sighting)));
        rule.leadsTo().ifPresent(to -> seen.leads.put(String.valueOf(rule.number()), to));
      } else {
        Rule last = others.isEmpty() ? null : others.get(others.size() - 1);
        if (last != null && missed(seen, last) != missed(seen, rule)) {
          flush(maker, chain, seen, others, rows);
        }
        others.add(rule);
      }
    }
    flush(maker, chain, seen, others, rows);
  }

  private void flush(RuleRows maker, Chain chain, Seen seen, List<Rule> others, List<Row> rows) {
    if (others.isEmpty()) {
      return;
    }
    Mark mark = new Mark(Met.NO, "", "");
    boolean missed = missed(seen, others.get(0));
    if (missed && (all || others.size() == 1)) {
      others.forEach(rule -> rows.add(maker.row(chain, rule).with(mark)));
    } else {
      Rule first = others.get(0);
      Rule last = others.get(others.size() - 1);
      int count = others.size();
      String label = count == 1 ? "" + first.number() : first.number() + "–" + last.number();
      List<String> rules = others.stream().map(rule -> maker.link(chain, rule).id()).toList();
      String said = messages.text(others(missed), "n", String.valueOf(count));
      Link link = new Link(rules.get(0), said);
      rows.add(new Row(label, List.of(said), Row.Kind.NONE, "", link, rules, mark));
    }
    others.clear();
  }

  // Where ways are missing, nobody knows of all.
  private boolean missed(Seen seen, Rule rule) {
    boolean all = trace.isDecided() || trace.note().isEmpty();
    return all && seen.rule(rule.number()).isMissed(ways);
  }

  // A damaged packet is dropped between two rules, and nobody knows which of them was asked.
  private String others(boolean missed) {
    if (missed) {
      return "row.missed";
    }
    if (!trace.isDecided() && (trace.note().isPresent() || trace.branches().isEmpty())) {
      return "row.unknown";
    }
    boolean sure = trace.isDecided() && trace.note().isEmpty();
    return sure ? "row.not-asked" : "row.not-asked-or-missed";
  }
}
