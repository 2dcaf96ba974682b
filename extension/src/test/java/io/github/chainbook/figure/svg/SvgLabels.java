package io.github.chainbook.figure.svg;

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

/** Looks at the texts of a picture as who sees it does, whatever the layout believes. */
public final class SvgLabels {

  private static final double ROUNDING = 0.15;

  private SvgLabels() {}

  // Letters reach from eight tenths of their height above the base to two tenths below it.
  private record Label(String text, double x, double y, double width, double font) {

    private double top() {
      return y - font * 0.8;
    }

    private double bottom() {
      return y + font * 0.2;
    }

    boolean overlaps(Label other) {
      return x + ROUNDING < other.x + other.width
          && other.x + ROUNDING < x + width
          && top() + ROUNDING < other.bottom()
          && other.top() + ROUNDING < bottom();
    }

    boolean isOn(double sheetWidth, double sheetHeight) {
      return x >= 0 && x + width <= sheetWidth && top() >= 0 && bottom() <= sheetHeight;
    }
  }

  /** Which labels lie on one another, and which leave the sheet; nothing if all is well. */
  public static List<String> problems(String svg) {
    Element root = parse(svg);
    double width = number(root, "width", 0);
    double height = number(root, "height", 0);
    List<Label> labels = labels(root, number(root, "font-size", 0));
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      if (!label.isOn(width, height)) {
        problems.add(label + " leaves the sheet of " + width + " by " + height);
      }
      labels.subList(i + 1, labels.size()).stream()
          .filter(label::overlaps)
          .forEach(other -> problems.add(label + " lies on " + other));
    }
    return problems;
  }

  private static List<Label> labels(Element root, double usual) {
    NodeList texts = root.getElementsByTagName("text");
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      double x = number(text, "x", Double.NaN);
      double y = number(text, "y", Double.NaN);
      double width = number(text, "textLength", Double.NaN);
      labels.add(new Label(text.getTextContent(), x, y, width, number(text, "font-size", usual)));
    }
    return labels;
  }

  private static double number(Element element, String attribute, double otherwise) {
    return element.hasAttribute(attribute)
        ? Double.parseDouble(element.getAttribute(attribute))
        : otherwise;
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
}
