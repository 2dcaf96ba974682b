package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;

/**
 * Begins tables that no line names.
 *
 * @param sections the tables
 * @param source the dump
 * @param isRuleList whether it is what {@code iptables -S} prints
 * @param findings where it is reported which table is taken
 */
record UnnamedTables(Sections sections, SourceText source, boolean isRuleList, Findings findings) {

  /** Begins the table of a listing of iptables -S, each of which begins with the policies. */
  void beginListed(String body, int index, int end) {
    if (!isRuleList || sections.isOpen() && !sections.endsListBefore(body)) {
      return;
    }
    Position at = source.position(index, 1);
    String name = TableGuess.of(source.lines().subList(index, endOfList(index, end)));
    sections.openList(name, at);
    findings.add(
        Diagnostic.info(
            "table-inferred",
            at,
            "no line names the table of these rules; by their chains and targets it is " + name));
  }

  private int endOfList(int index, int end) {
    boolean rules = false;
    for (int i = index; i < end; i++) {
      boolean policy = source.lines().get(i).startsWith("-P");
      if (policy && rules) {
        return i;
      }
      rules |= !policy;
    }
    return end;
  }

  /** Begins the table of a chain or rule that stands below none, if it can be told which it is. */
  void beginLost(int index, int end) {
    if (sections.isOpen() || isRuleList) {
      return;
    }
    int last = index;
    while (last < end
        && !source.lines().get(last).startsWith("COMMIT")
        && !source.lines().get(last).startsWith("*")) {
      last++;
    }
    Position at = source.position(index, 1);
    String name = TableGuess.of(source.lines().subList(index, last));
    // A table that the dump has elsewhere would be flushed by this one, or flush it.
    if (source.lines().stream().anyMatch(line -> line.startsWith("*" + name))) {
      return;
    }
    sections.open(name, at);
    findings.add(
        Diagnostic.error(
            "missing-table",
            at,
            "expected a line such as *filter above this one",
            "table " + name + " is inferred from the chains and targets"));
  }
}
