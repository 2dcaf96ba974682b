package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.text.VisibleText;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Compares what an SVG of ours says, and where it leads, with the figure that it draws. */
public final class SvgProblems {

  private static final String SVG = "http://www.w3.org/2000/svg";

  private final Element root;
  private final List<String> problems = new ArrayList<>();

  private SvgProblems(Element root) {
    this.root = root;
  }

  /** What differs; nothing if all is well. */
  public static List<String> of(Figure figure, String svg) {
    SvgProblems check = new SvgProblems(parse(svg));
    check.boxes(figure);
    check.arrows(figure);
    String notes = String.join("", check.texts(check.root, "cb-text-note"));
    check.same("notes", String.join("", figure.notes()), notes);
    return check.problems;
  }

  private static Element parse(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)))
          .getDocumentElement();
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(svg, e);
    }
  }

  private void boxes(Figure figure) {
    List<Element> boxes = byClass(root, "g", "cb-box");
    number("boxes", figure.boxes().size(), boxes.size());
    for (int i = 0; i < Math.min(boxes.size(), figure.boxes().size()); i++) {
      box(figure.boxes().get(i), boxes.get(i));
    }
  }

  private void box(Box box, Element shown) {
    linked(box.link(), shown);
    same("chain", box.link().id(), shown.getAttribute("data-chain"));
    texts("name", box.name(), texts(shown, "cb-text-name"));
    texts("subtitle", box.subtitle(), texts(shown, "cb-text-sub"));
    List<Element> rows = byClass(shown, "g", "cb-row");
    number("rows of " + box.name(), box.rows().size(), rows.size());
    for (int i = 0; i < Math.min(rows.size(), box.rows().size()); i++) {
      Row row = box.rows().get(i);
      Element line = rows.get(i);
      rules(row, line);
      number("links of a row", row.link().id().isEmpty() ? 0 : 1, elements(line, "a").size());
      linked(row.link(), line);
      texts("label", row.label(), texts(line, "cb-text-number"));
      texts("condition", row.condition(), texts(line, "cb-text-condition"));
      texts("action", row.action(), texts(line, "cb-text-action"));
      texts("step", row.mark().steps(), texts(line, "cb-text-step"));
      String effect = row.mark().effect();
      texts("effect", effect.isEmpty() ? "" : "⇒ " + effect, texts(line, "cb-text-effect"));
    }
  }

  private void arrows(Figure figure) {
    List<Element> arrows = byClass(root, "g", "cb-arrow");
    number("arrows", figure.arrows().size(), arrows.size());
    for (int i = 0; i < Math.min(arrows.size(), figure.arrows().size()); i++) {
      Arrow arrow = figure.arrows().get(i);
      Element shown = arrows.get(i);
      Box from = figure.boxes().get(arrow.from());
      same("from", from.link().id(), shown.getAttribute("data-from"));
      same("to", figure.boxes().get(arrow.to()).link().id(), shown.getAttribute("data-to"));
      rules(from.rows().get(arrow.row()), shown);
      link(arrow.link(), elements(shown, "a").get(0));
    }
  }

  private void rules(Row row, Element shown) {
    boolean many = row.rules().size() > 100;
    String expected = many ? row.link().id() : String.join(" ", row.rules());
    String found = shown.getAttribute("data-rule");
    if (!expected.equals(found)) {
      problems.add("rules: expected " + expected + ", found " + found);
    }
  }

  // What leads nowhere says what it is all the same.
  private void linked(Link link, Element part) {
    if (link.id().isEmpty()) {
      same("tip", link.tip(), elements(part, "title").get(0).getTextContent());
    } else {
      link(link, elements(part, "a").get(0));
    }
  }

  private void link(Link link, Element shown) {
    same("link", "#" + link.id(), shown.getAttribute("href"));
    same("tip", link.tip(), elements(shown, "title").get(0).getTextContent());
  }

  // A text may be broken into lines and, where its tip has all of it, be shortened.
  private void texts(String what, String expected, List<String> found) {
    String whole = withoutBlanks(VisibleText.of(expected));
    String shown = withoutBlanks(String.join("", found));
    boolean shortened =
        shown.endsWith("…") && whole.startsWith(shown.substring(0, shown.length() - 1));
    if (!whole.equals(shown) && !shortened) {
      problems.add(what + ": expected " + whole + ", found " + shown);
    }
  }

  private void same(String what, String expected, String found) {
    if (!withoutBlanks(VisibleText.of(expected)).equals(withoutBlanks(found))) {
      problems.add(what + ": expected " + expected + ", found " + found);
    }
  }

  private void number(String what, int expected, int found) {
    if (expected != found) {
      problems.add(what + ": expected " + expected + ", found " + found);
    }
  }

  private List<String> texts(Element below, String style) {
    return byClass(below, "text", style).stream().map(Element::getTextContent).toList();
  }

  private static List<Element> byClass(Element below, String tag, String style) {
    return elements(below, tag).stream()
        .filter(e -> (" " + e.getAttribute("class") + " ").contains(" " + style + " "))
        .toList();
  }

  private static List<Element> elements(Element below, String tag) {
    NodeList found = below.getElementsByTagNameNS(SVG, tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }
}
