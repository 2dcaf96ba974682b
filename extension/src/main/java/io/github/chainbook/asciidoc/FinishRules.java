package io.github.chainbook.asciidoc;

import io.github.chainbook.words.Messages;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finishes the rule tables of a page. The rows of a chain come as tables one by one and, between
 * them, as tables that open; here they become one table.
 */
final class FinishRules {

  private static final String ROWS = "table.chainbook-rules, details.chainbook-run";

  private FinishRules() {}

  /**
   * Finishes all rule tables.
   *
   * @param rawRules rules as iptables-restore reads them, by their ids
   * @param words the words of the book's language
   */
  static void finish(Document page, Map<String, String> rawRules, Messages words) {
    for (Element table : page.select("table.chainbook-rules")) {
      for (Element row : table.select("> tbody > tr")) {
        finishRow(row, rawRules);
      }
    }
    page.select("p:has(> span.cb-by)").addClass("cb-note");
    page.select(".cb-neg").attr("title", words.text("rule.not"));
    page.select("details.chainbook-run > summary").forEach(FinishRules::columns);
    page.select("details.chainbook-run, table.chainbook-rules").forEach(FinishRules::join);
  }

  private static void finishRow(Element row, Map<String, String> rawRules) {
    Element link = row.selectFirst("> :first-child a[href^=#]");
    String raw = link == null ? null : rawRules.get(link.attr("href").substring(1));
    if (raw != null) {
      row.attr("data-raw", raw);
    }
    // Each count is a line of its own; the breaks are for back ends without a style sheet.
    row.select("> :nth-child(4) br").remove();
    for (Element share : row.select("> :nth-child(4) .cb-share")) {
      String percent = share.text().replaceAll("[^0-9]", "");
      share.attr("style", "--share:" + percent + "%");
    }
  }

  // As the columns of the table that the summary is a row of.
  private static void columns(Element summary) {
    Element rule = new Element("span").addClass("cb-run-rule");
    Element meaning = new Element("span").addClass("cb-run-meaning");
    Element range = summary.selectFirst("> .cb-run-range");
    if (range == null) {
      return;
    }
    summary.select("> code").forEach(code -> rule.appendChild(code).appendText(" "));
    for (String part : List.of("many", "what", "first")) {
      summary.select("> .cb-run-" + part).forEach(p -> meaning.appendChild(p).appendText(" "));
    }
    range.after(meaning).after(" ").after(rule).after(" ");
  }

  private static void join(Element first) {
    Element next = first.nextElementSibling();
    boolean begins = !first.hasClass("cb-continued") && first.closest("tr.cb-run-row") == null;
    boolean one = first.is("table") && (next == null || !isContinued(next));
    if (!begins || one || first.parent().parent().is("details.chainbook-run")) {
      return;
    }
    Element table = first.is("table") ? first : shell(first);
    for (Element at = table.nextElementSibling(); at != null && isContinued(at); ) {
      Element following = at.nextElementSibling();
      at.removeClass("cb-continued");
      add(table, at);
      at = following;
    }
  }

  private static boolean isContinued(Element element) {
    return element.is(ROWS) && element.hasClass("cb-continued");
  }

  // Where a chain begins with a run there is no table yet to put it in.
  private static Element shell(Element run) {
    Element inner = run.expectFirst("table.chainbook-rules");
    Element table = inner.shallowClone();
    Element caption = inner.selectFirst("> caption");
    if (caption != null) {
      table.appendChild(caption);
    }
    for (Element part : inner.select("> colgroup, > thead")) {
      table.appendChild(part.clone());
    }
    table.appendElement("tbody");
    run.before(table);
    add(table, run);
    return table;
  }

  private static void add(Element table, Element rows) {
    Element body = table.select("> tbody").last();
    if (rows.is("table")) {
      body.appendChildren(rows.select("> tbody > tr"));
      rows.remove();
      return;
    }
    int columns = table.expectFirst("> thead > tr").childrenSize();
    Element cell = body.appendElement("tr").addClass("cb-run-row").appendElement("td");
    cell.attr("colspan", String.valueOf(columns)).appendChild(rows);
  }
}
