package io.github.chainbook.figure;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the figure of a table's chains: a box per chain, an arrow per jump or goto. */
public final class ChainDiagram {

  private final Ids ids;
  private final Table table;
  private final List<Chain> chains;
  private final ChainWords words;
  private final RuleRows rules;

  private ChainDiagram(Ids ids, Table table, List<Chain> chains, ChainWords words) {
    this.words = words;
    this.ids = ids;
    this.table = table;
    this.chains = chains;
    this.rules = new RuleRows(ids, table, words);
  }

  /**
   * The figure of some chains of a table.
   *
   * @param ids the ids to which its links lead
   * @param table the table
   * @param chains the chains to show; jumps to others are named in their rows and have no arrow
   * @param title what the figure shows
   * @param messages the language
   */
  public static Figure of(
      Ids ids, Table table, List<Chain> chains, String title, Messages messages) {
    ChainDiagram diagram = new ChainDiagram(ids, table, chains, new ChainWords(messages));
    List<Box> boxes = chains.stream().map(diagram::box).toList();
    List<Arrow> arrows = diagram.arrows();
    String first =
        messages.text("figure.chains", "n", String.valueOf(boxes.size()), "table", table.name());
    return new Figure(title, Description.of(first, boxes, arrows, messages), boxes, arrows);
  }

  private Box box(Chain chain) {
    Link link = new Link(ids.chain(table.name(), chain.name()), words.chain(chain.name()));
    List<Row> rows = chain.rules().stream().map(rule -> rules.row(chain, rule)).toList();
    String rowsName = words.rowsOf(chain.name());
    return new Box(chain.name(), kind(chain), subtitle(chain), link, rowsName, rows);
  }

  /** What kind of box a chain is. */
  public static Box.Kind kind(Chain chain) {
    if (chain.origin() == Chain.Origin.UNDECLARED) {
      return Box.Kind.UNDECLARED;
    }
    return chain.builtIn() ? Box.Kind.HOOK : Box.Kind.USER;
  }

  private String subtitle(Chain chain) {
    if (chain.origin() == Chain.Origin.UNDECLARED) {
      return messages().text("chain.undeclared");
    }
    if (!chain.builtIn()) {
      return chain.rules().isEmpty() ? messages().text("chain.no-rules") : "";
    }
    return chain
        .policy()
        .map(policy -> messages().text("box.hook", "policy", policy))
        .orElseGet(() -> messages().text("box.hook.no-policy"));
  }

  private Messages messages() {
    return words.messages();
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
          String label = words.arrow(number, isGoto);
          arrows.add(new Arrow(from, row, to, number, 1, isGoto, label, link));
        }
      }
    }
    return arrows;
  }
}
