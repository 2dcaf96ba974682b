package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Ids;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Said;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.List;

/** Writes what stands above the rule tables of one table. */
final class TableHeadLines {

  private TableHeadLines() {}

  /** A line about the table, with its id if it has no other place yet. */
  static List<String> of(Ids ids, Family family, Table table, Anchors anchors, Wording wording) {
    String id = ids.table(table.name());
    String anchor =
        anchors.claim(id)
            ? anchors.anchor(id, wording.plain("table.name", "table", table.name()))
            : "";
    List<String> lines = new ArrayList<>();
    lines.add("[.chainbook-table-head]");
    lines.add(
        anchor
            + wording.inline(
                "table.head",
                "table",
                "**" + AsciiDocText.escape(table.name()) + "**",
                "family",
                Said.kind(family.word()),
                "chains",
                wording.counted(table.chains().size(), "chain"),
                "rules",
                wording.counted(table.ruleCount(), "rule")));
    if (table.name().equals("nat") && hasCounters(table)) {
      lines.add(wording.plain("table.nat-counters"));
    }
    lines.add("");
    return lines;
  }

  private static boolean hasCounters(Table table) {
    return table.chains().stream()
        .flatMap(chain -> chain.rules().stream())
        .anyMatch(rule -> rule.counters().isPresent());
  }
}
