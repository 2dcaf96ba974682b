package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Ids;
import io.github.chainbook.ruleset.Provenance;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.text.AsciiDocText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes below the caption of a figure what it was made of. That is no part of the caption, which
 * cross references quote.
 */
final class FromLines {

  private FromLines() {}

  /**
   * In signs that need no translation: what prose would write to name the ruleset or a table of it,
   * and who printed the dump when.
   *
   * @param table a slash and the table's name; empty for the whole ruleset
   */
  static List<String> parts(Ids ids, Ruleset ruleset, String table) {
    List<String> parts = new ArrayList<>();
    parts.add(ids.ruleset() + table);
    parts.addAll(Provenance.of(ruleset).words());
    return parts;
  }

  /** The lines of a paragraph. */
  static List<String> of(List<String> parts) {
    String text = parts.stream().map(AsciiDocText::escape).collect(Collectors.joining(" · "));
    return List.of("[.chainbook-from]", "[.cb-from]##" + text + "##", "");
  }
}
