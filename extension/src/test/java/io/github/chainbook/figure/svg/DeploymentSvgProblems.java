package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.deployment.Block;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.deployment.Wire;
import io.github.chainbook.figure.layout.DeploymentLayout;
import io.github.chainbook.figure.layout.DeploymentLayoutProblems;
import io.github.chainbook.text.VisibleText;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Compares what the picture of a deployment says, and where it leads, with the figure. */
public final class DeploymentSvgProblems {

  private final Element root;
  private final List<String> problems = new ArrayList<>();

  private DeploymentSvgProblems(Element root) {
    this.root = root;
  }

  /** What is wrong with a figure's pictures and their layouts; nothing if all is well. */
  public static List<String> of(DeploymentFigure figure) {
    List<String> problems = new ArrayList<>();
    for (DeploymentLayout layout :
        List.of(DeploymentLayout.wide(figure), DeploymentLayout.narrow(figure))) {
      problems.addAll(DeploymentLayoutProblems.of(figure, layout));
      problems.addAll(of(figure, DeploymentSvg.of(layout, "f", "cb-wide", figure.words())));
    }
    return problems;
  }

  private static List<String> of(DeploymentFigure figure, String svg) {
    DeploymentSvgProblems check = new DeploymentSvgProblems(parse(svg));
    check.blocks(figure);
    check.wires(figure);
    check.cables(figure);
    check.nothingElse(figure);
    return check.problems;
  }

  private static Element parse(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)))
          .getDocumentElement();
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(svg, e);
    }
  }

  private void blocks(DeploymentFigure figure) {
    List<Element> shown = byClass(root, "g", "cb-block");
    List<Block> blocks = figure.blocks().sorted(Comparator.comparing(Block::number)).toList();
    shown = shown.stream().sorted(Comparator.comparing(e -> number(e, "data-block"))).toList();
    same("blocks", blocks.size(), shown.size());
    for (int i = 0; i < Math.min(blocks.size(), shown.size()); i++) {
      block(blocks.get(i), shown.get(i));
    }
  }

  private void block(Block block, Element shown) {
    same("flow", block.flow() == 0 ? "" : "" + block.flow(), shown.getAttribute("data-flow"));
    List<Link> links =
        block.kind() == Block.Kind.HOP
            ? links(block.lines()).limit(1).toList()
            : links(block.lines()).toList();
    List<Element> anchors = elements(shown, "a");
    same("links", links.stream().map(l -> "#" + l.id()).toList(), hrefs(anchors));
    same(
        "tips",
        links.stream().map(l -> VisibleText.of(l.tip())).toList(),
        anchors.stream().map(a -> elements(a, "title").get(0).getTextContent()).toList());
    same("text", said(block), texts(shown).sorted().toList());
    List<Line> linked = block.lines().stream().filter(line -> line.link().isPresent()).toList();
    for (int i = 0; i < Math.min(links.size(), anchors.size()); i++) {
      String text = letters(String.join("", wholeTexts(anchors.get(i))));
      String line = letters(VisibleText.of(linked.get(i).text()));
      same("the text of the link " + line, true, text.contains(line));
    }
  }

  private static List<String> wholeTexts(Element below) {
    return elements(below, "text").stream().map(Element::getTextContent).toList();
  }

  private static Stream<Link> links(List<Line> lines) {
    return lines.stream().flatMap(line -> line.link().stream());
  }

  // Letter by letter: lines may be broken, and what a rule does stands behind its name.
  private static List<String> said(Block block) {
    return block.lines().stream()
        .map(line -> letters(VisibleText.of(line.text())))
        .flatMap(text -> text.codePoints().mapToObj(Character::toString))
        .sorted()
        .toList();
  }

  private static Stream<String> texts(Element below) {
    return elements(below, "text").stream()
        .flatMap(e -> letters(e.getTextContent()).codePoints().mapToObj(Character::toString));
  }

  private void wires(DeploymentFigure figure) {
    List<Wire> wires = wires(figure, Wire.Kind.FLOW);
    List<Element> shown = byClass(root, "g", "cb-way");
    same("wires", wires.size(), shown.size());
    for (int i = 0; i < Math.min(wires.size(), shown.size()); i++) {
      Wire wire = wires.get(i);
      Element way = shown.get(i);
      same("from", "b" + wire.from(), way.getAttribute("data-from"));
      same("to", "b" + wire.to(), way.getAttribute("data-to"));
      same("flow", "" + wire.flow(), way.getAttribute("data-flow"));
      same("link", wire.link().map(l -> "#" + l.id()).stream().toList(), hrefs(elements(way, "a")));
      boolean ends =
          figure.blocks().anyMatch(b -> b.number() == wire.to() && b.kind() == Block.Kind.END);
      same("cross", ends ? 1 : 0, byClass(way, "path", "cb-cross").size());
      same("head", wire.head() && !ends ? 1 : 0, byClass(way, "path", "cb-tip").size());
    }
  }

  private static List<Wire> wires(DeploymentFigure figure, Wire.Kind kind) {
    return figure.wires().stream().filter(wire -> wire.kind() == kind).toList();
  }

  // What no flow uses is a plain line that says so: it has no head, and leads nowhere.
  private void cables(DeploymentFigure figure) {
    List<Wire> wires = wires(figure, Wire.Kind.CABLE);
    List<Element> shown =
        byClass(root, "g", "cb-cable").stream().filter(e -> e.hasAttribute("data-from")).toList();
    same("cables", wires.size(), shown.size());
    for (int i = 0; i < Math.min(wires.size(), shown.size()); i++) {
      same("from", "b" + wires.get(i).from(), shown.get(i).getAttribute("data-from"));
      same("to", "b" + wires.get(i).to(), shown.get(i).getAttribute("data-to"));
      same("lines of a cable", 1, byClass(shown.get(i), "path", "cb-line").size());
      same("what a cable holds", 4, elements(shown.get(i), "*").size());
      String tip = VisibleText.of(wires.get(i).link().orElseThrow().tip());
      same("tip", tip, elements(shown.get(i), "title").get(0).getTextContent());
    }
  }

  // No text stands outside of blocks, and nothing is there that we do not draw.
  private void nothingElse(DeploymentFigure figure) {
    int inBlocks =
        byClass(root, "g", "cb-block").stream().mapToInt(b -> elements(b, "text").size()).sum();
    same("texts", inBlocks, elements(root, "text").size());
    for (Element element : elements(root, "*")) {
      boolean known =
          List.of("g", "a", "rect", "path", "text", "title", "desc").contains(element.getTagName());
      same("element " + element.getTagName(), true, known);
      boolean script =
          element.getAttribute("href").startsWith("#") || !element.hasAttribute("href");
      same("address " + element.getAttribute("href"), true, script);
    }
    String title = elements(root, "title").get(0).getTextContent();
    same("title", VisibleText.of(figure.title()), title);
    String description = elements(root, "desc").get(0).getTextContent();
    same("description", VisibleText.of(figure.description()), description);
  }

  private void same(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      problems.add(what + ": expected " + expected + ", found " + found);
    }
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute).substring(1));
  }

  private static List<String> hrefs(List<Element> anchors) {
    return anchors.stream().map(a -> a.getAttribute("href")).toList();
  }

  private static List<Element> byClass(Element below, String tag, String style) {
    return elements(below, tag).stream()
        .filter(e -> (" " + e.getAttribute("class") + " ").contains(" " + style + " "))
        .toList();
  }

  private static List<Element> elements(Element below, String tag) {
    NodeList found = below.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }
}
