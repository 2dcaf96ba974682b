package io.github.chainbook.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Prepares tables for narrow screens: each gets a frame to scroll in, and each cell of a table of
 * rules or packets knows its column, so that a style sheet can turn rows into cards.
 */
final class RuleTables {

  private final Labels labels = new Labels();

  /** Finishes all tables below an element. */
  void finish(Element body) {
    for (Element element : body.getAllElements()) {
      if (Html.isHeading(element)) {
        labels.heading(Titles.text(element));
      } else if (element.is("table.tableblock")) {
        boolean rules = element.is(".chainbook-rules, .chainbook-trace");
        scopes(element);
        if (rules) {
          // Asciidoctor's widths in per cent fit neither a phone nor a cell that holds a number.
          element.select("> colgroup").remove();
          labelCells(element);
        }
        // The rows of a run that opens scroll with the table around them.
        if (element.closest("tr.cb-run-row") == null) {
          frame(element, rules ? "chainbook-scroll" : "table-scroll");
        } else {
          nameRun(element);
        }
      } else if (element.is("div.admonitionblock > table, div.colist > table")) {
        // A table for the layout's sake is none for somebody who listens to the page.
        element.attr("role", "presentation");
      }
    }
  }

  private void frame(Element table, String className) {
    Element caption = table.selectFirst("> caption");
    String label = labels.next(caption == null ? "" : caption.text());
    Element frame = new Element("div").addClass(className).attr("tabindex", "0");
    if (!label.isEmpty()) {
      frame.attr("role", "region").attr("aria-label", label);
    }
    table.replaceWith(frame);
    frame.appendChild(table);
  }

  private static void nameRun(Element table) {
    Element run = table.closest("details.chainbook-run");
    Element range = run == null ? null : run.selectFirst("> summary .cb-run-range");
    if (range != null) {
      Element head = table.selectFirst("> thead > tr > :nth-child(2)");
      table.attr("aria-label", (head == null ? "" : head.text() + " ") + range.text());
    }
  }

  private static void scopes(Element table) {
    table.select("> thead > tr > th:not([scope])").attr("scope", "col");
    table.select("> tbody > tr > th:not([scope])").attr("scope", "row");
  }

  private static void labelCells(Element table) {
    List<String> headers = headers(table);
    Element whole = table.selectFirst("> thead .cb-of em");
    if (whole != null) {
      table.select("> tbody > tr > td .cb-share").attr("data-of", whole.text());
    }
    for (Element row : table.select("> tbody > tr:not(.cb-walk-row, .cb-run-row)")) {
      int column = 0;
      for (Element cell : row.children()) {
        if (column < headers.size() && !headers.get(column).isEmpty()) {
          cell.attr("data-label", headers.get(column));
        }
        column += span(cell);
      }
    }
  }

  private static List<String> headers(Element table) {
    List<String> headers = new ArrayList<>();
    Element row = table.selectFirst("> thead > tr");
    if (row != null) {
      for (Element cell : row.children()) {
        for (int i = span(cell); i > 0; i--) {
          headers.add(label(cell));
        }
      }
    }
    return headers;
  }

  // What a count is a share of is said once, at the head.
  private static String label(Element header) {
    Element copy = header.clone();
    copy.select(".cb-of").remove();
    return copy.text();
  }

  private static int span(Element cell) {
    String span = cell.attr("colspan");
    return span.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(span) : 1;
  }
}
