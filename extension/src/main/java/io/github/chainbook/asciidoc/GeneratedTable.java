package io.github.chainbook.asciidoc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes HTML of the tables that {@link RuleTableLines} generates. */
final class GeneratedTable {

  /** The line above and below a table. */
  static final String FENCE = RuleTableLines.FENCE;

  private final Marks marks;
  private final List<String> columns;
  private final String roles;
  private final StringBuilder html;

  /**
   * A table.
   *
   * @param columns how its columns are aligned and how wide they are, as {@code cols} says it
   * @param roles its classes
   * @param html where it goes
   */
  GeneratedTable(Marks marks, String columns, String roles, StringBuilder html) {
    this.marks = marks;
    this.columns = List.of(columns.split(","));
    this.roles = roles;
    this.html = html;
  }

  /** Writes the table, of which the first line is the head. */
  void write(List<String> lines) {
    html.append("<table class=\"tableblock frame-all grid-all stretch ").append(roles);
    html.append("\">\n<thead>\n<tr>\n");
    List<String> head = cells(lines.get(0));
    for (int i = 0; i < head.size(); i++) {
      html.append("<th").append(aligned(i)).append('>');
      html.append(GeneratedInline.html(marks, head.get(i))).append("</th>\n");
    }
    html.append("</tr>\n</thead>\n<tbody>\n");
    List<String> cells = cells(String.join("\n", lines.subList(1, lines.size())));
    for (int i = 0; i < cells.size(); i++) {
      int column = i % columns.size();
      html.append(column == 0 ? "<tr>\n<td" : "<td").append(aligned(column)).append('>');
      html.append(paragraphs(cells.get(i))).append("</td>\n");
      html.append(column == columns.size() - 1 ? "</tr>\n" : "");
    }
    html.append("</tbody>\n</table>\n");
  }

  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>(Arrays.asList(text.split(RuleTableLines.CELL, -1)));
    // What stands before the first cell is nothing.
    cells.remove(0);
    return cells.stream().map(String::strip).toList();
  }

  private String aligned(int column) {
    String side = columns.get(column).startsWith(">") ? "right" : "left";
    return " class=\"tableblock halign-" + side + " valign-top\"";
  }

  private String paragraphs(String cell) {
    StringBuilder all = new StringBuilder();
    for (String paragraph : cell.isEmpty() ? new String[0] : cell.split("\n\n+")) {
      all.append(all.length() == 0 ? "" : "\n").append("<p class=\"tableblock\">");
      all.append(GeneratedInline.html(marks, paragraph)).append("</p>");
    }
    return all.toString();
  }
}
