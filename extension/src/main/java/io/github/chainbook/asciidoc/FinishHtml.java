package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.svg.SvgFinisher;
import io.github.chainbook.words.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Finishes what the extension has put into an HTML page: figures, the ids of rows, links. */
final class FinishHtml {

  private FinishHtml() {}

  /**
   * Finishes a page or a part of one.
   *
   * @param figures what the figures say, by their ids
   * @param drawn those of them that we draw ourselves
   * @param rawRules rules as iptables-restore reads them, by their ids
   * @param walks the ids of what packets met, by those of their rows
   * @param words the words of the book's language
   */
  static String finish(
      String html,
      Map<String, FigureWords> figures,
      Map<String, DrawnFigure> drawn,
      Map<String, String> rawRules,
      Map<String, List<String>> walks,
      Messages words) {
    boolean whole = html.stripLeading().regionMatches(true, 0, "<!DOCTYPE", 0, 9);
    Parser parser = Parser.htmlParser().settings(ParseSettings.preserveCase);
    Document page =
        whole ? Jsoup.parse(html, parser) : Jsoup.parse("<body>" + html + "</body>", parser);
    page.outputSettings().prettyPrint(false);
    figures.forEach((id, figure) -> finishFigure(page, id, figure, drawn.get(id)));
    page.select("table.chainbook-rules > tbody > tr, table.chainbook-trace > tbody > tr")
        .forEach(FinishHtml::moveIdToRow);
    FinishRules.finish(page, rawRules, words);
    walks.forEach((id, met) -> tellWalk(page.getElementById(id), met));
    page.select("table.chainbook-trace").forEach(FinishHtml::moveWalksIntoRows);
    Mentions.add(page, words);
    unlinkWhatIsNotThere(page);
    return whole ? page.outerHtml() : page.body().html();
  }

  private static void finishFigure(Document page, String id, FigureWords words, DrawnFigure drawn) {
    Element block = page.getElementById(id);
    if (block == null) {
      return;
    }
    for (Element svg : block.select("> .content > svg")) {
      if (drawn == null) {
        SvgFinisher.finish(svg, id, words);
      } else {
        svg.after(drawn.both(id, words));
        svg.remove();
      }
    }
    Element from = block.nextElementSibling();
    if (from != null && from.hasClass("chainbook-from")) {
      block.appendChild(from);
    }
  }

  private static void moveIdToRow(Element row) {
    Element anchor = row.selectFirst("> td:first-child a[id], > th:first-child a[id]");
    if (anchor != null && !anchor.hasAttr("href")) {
      row.attr("id", anchor.id());
      anchor.remove();
    }
  }

  // Ids hold no blank, so one parts them.
  private static void tellWalk(Element row, List<String> met) {
    if (row != null && row.is("tr")) {
      row.attr("data-walk", String.join(" ", met));
    }
  }

  // Each packet's way stands below the table; here it goes into a row of its own below the
  // packet's.
  private static void moveWalksIntoRows(Element table) {
    for (Element row : table.select("> tbody > tr")) {
      Element walk = table.nextElementSibling();
      if (walk == null || !walk.is("details.chainbook-walk")) {
        return;
      }
      Element below = new Element("tr").addClass("cb-walk-row");
      row.after(below);
      below
          .appendElement("td")
          .attr("colspan", String.valueOf(row.childrenSize()))
          .appendChild(walk);
    }
  }

  // A figure or table may name a chain that no view of the book shows.
  private static void unlinkWhatIsNotThere(Document page) {
    Set<String> ids = new HashSet<>(page.select("[id]").eachAttr("id"));
    for (Element link : page.select(".chainbook a[href^=#], .chainbook-figure a[href^=#]")) {
      if (!ids.contains(link.attr("href").substring(1))) {
        link.unwrap();
      }
    }
  }
}
