package io.github.chainbook.figure;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the figure of a table's chains: a box per chain, an arrow per jump or goto. */
public final class ChainDiagram {

  private final Ids ids;
  private final Table table;
  private final List<Chain> chains;
  private final RuleRows rules;

  private ChainDiagram(Ids ids, Table table, List<Chain> chains) {
    this.ids = ids;
    this.table = table;
    this.chains = chains;
    this.rules = new RuleRows(ids, table);
  }

  /**
   * The figure of some chains of a table.
   *
   * @param ids the ids to which its links lead
   * @param table the table
   * @param chains the chains to show; jumps to others are named in their rows and have no arrow
   * @param title what the figure shows
   */
  public static Figure of(Ids ids, Table table, List<Chain> chains, String title) {
    ChainDiagram diagram = new ChainDiagram(ids, table, chains);
    List<Box> boxes = chains.stream().map(diagram::box).toList();
    List<Arrow> arrows = diagram.arrows();
    return new Figure(
        title, Description.of("of table " + table.name() + ".", boxes, arrows), boxes, arrows);
  }

  private Box box(Chain chain) {
    Link link = new Link(ids.chain(table.name(), chain.name()), "chain " + chain.name());
    List<Row> rows = chain.rules().stream().map(rule -> rules.row(chain, rule)).toList();
    return new Box(chain.name(), kind(chain), subtitle(chain), link, rows);
  }

  /** What kind of box a chain is. */
  public static Box.Kind kind(Chain chain) {
    if (chain.origin() == Chain.Origin.UNDECLARED) {
      return Box.Kind.UNDECLARED;
    }
    return chain.builtIn() ? Box.Kind.HOOK : Box.Kind.USER;
  }

  private static String subtitle(Chain chain) {
    if (chain.origin() == Chain.Origin.UNDECLARED) {
      return "not declared in the dump";
    }
    if (!chain.builtIn()) {
      return chain.rules().isEmpty() ? "no rules" : "";
    }
    return "hook · policy " + chain.policy().orElse("not stated");
  }

  private List<Arrow> arrows() {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < chains.size(); i++) {
      index.put(chains.get(i).name(), i);
    }
    List<Arrow> arrows = new ArrayList<>();
    for (int from = 0; from < chains.size(); from++) {
      List<Rule> all = chains.get(from).rules();
      for (int row = 0; row < all.size(); row++) {
        Rule rule = all.get(row);
        Integer to = rule.leadsTo().map(index::get).orElse(null);
        if (to != null) {
          boolean isGoto = rule.target().orElseThrow().kind() == Target.Kind.GOTO;
          String number = String.valueOf(rule.number());
          Link link = rules.link(chains.get(from), rule);
          arrows.add(new Arrow(from, row, to, number, 1, isGoto, link));
        }
      }
    }
    return arrows;
  }
}
