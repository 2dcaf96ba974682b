package io.github.chainbook.asciidoc;

import io.github.chainbook.explain.Explainer;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.table.ChainFamily;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.AsciiDocText;
import java.util.List;
import java.util.Optional;

/** Writes chains that are alike as one section, which opens to each of them. */
final class FamilyTables {

  private final RuleTableLines tables;
  private final Ids ids;
  private final Table table;
  private final Explainer explainer;
  private final Anchors anchors;
  private final Limits limits;
  private final Wording wording;
  private final FamilyLines words;
  private final List<String> lines;

  /**
   * A writer for the families of one table.
   *
   * @param tables what writes single chains, and whose lines are added to
   */
  FamilyTables(
      RuleTableLines tables,
      Ids ids,
      Table table,
      Explainer explainer,
      Anchors anchors,
      Limits limits,
      Wording wording) {
    this.tables = tables;
    this.ids = ids;
    this.table = table;
    this.explainer = explainer;
    this.anchors = anchors;
    this.limits = limits;
    this.wording = wording;
    this.words = new FamilyLines(wording);
    this.lines = tables.lines();
  }

  /** Writes a family as one section. */
  void write(ChainFamily family, int level) {
    String name = AsciiDocText.escape(family.name());
    String id = ids.chain(table.name(), family.name()) + ":alike";
    String free = id;
    for (int n = 2; !anchors.claim(free); n++) {
      free = id + "-" + n;
    }
    lines.add("[[" + free + "," + name + "]]");
    tables.heading(name, level);
    lines.addAll(words.head(family));
    Chain first = family.chains().get(0);
    limits.chain();
    if (!family.patterns().isEmpty()) {
      limits.rules(first.rules(), false);
      tables.tableHead(Optional.empty(), ".chainbook-family-rules");
      words
          .rows(
              family,
              first.rules().stream().map(rule -> explainer.explain(first, rule).text()).toList())
          .forEach(row -> row.forEach(cell -> lines.add(RuleTableLines.CELL + " " + cell)));
      lines.add(RuleTableLines.FENCE);
      lines.add("");
    }
    String chains = wording.counted(family.chains().size(), "chain");
    lines.add("." + wording.inline("family.one-by-one", "chains", chains));
    lines.add("[.chainbook-family%collapsible]");
    lines.add("========");
    members(family, level);
    lines.add("========");
    lines.add("");
  }

  private void members(ChainFamily family, int level) {
    int whole = limits.members(family.chains().size());
    for (Chain chain : family.chains().subList(0, whole)) {
      String name = AsciiDocText.escape(chain.name());
      lines.add("." + words.member(family, chain, name));
      lines.add("[.chainbook-member%collapsible]");
      lines.add("======");
      tables.chain(chain, Optional.empty(), level + 1);
      lines.add("======");
      lines.add("");
    }
    List<Chain> others = family.chains().subList(whole, family.chains().size());
    int listed = limits.memberLines(others.size());
    for (Chain chain : others.subList(0, listed)) {
      String id = ids.chain(table.name(), chain.name());
      String name = AsciiDocText.escape(chain.name());
      String anchor = anchors.claim(id) ? anchors.anchor(id, name) : "";
      lines.add("* " + anchor + words.member(family, chain, name));
    }
    lines.add("");
    lines.addAll(new LeftOut(wording).members(others, listed));
  }
}
