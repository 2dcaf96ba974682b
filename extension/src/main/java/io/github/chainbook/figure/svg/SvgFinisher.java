package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.plantuml.Palette;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes an SVG that PlantUML drew fit to stand inside a page: ids that no other picture has, a
 * role, a title and a description for who cannot see it, colours that follow the page's theme.
 */
public final class SvgFinisher {

  private static final Pattern COLOR = Pattern.compile("#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\\b");
  private static final Map<String, String> NAMED = Map.of("black", "#000000", "white", "#FFFFFF");
  private static final Pattern ID_REFERENCE = Pattern.compile("url\\(#([^)]+)\\)");
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final List<String> PAINTED = List.of("fill", "stroke");

  private final Element svg;
  private final String id;

  private SvgFinisher(Element svg, String id) {
    this.svg = svg;
    this.id = id;
  }

  /**
   * Finishes a picture in place.
   *
   * @param svg the root element of the picture
   * @param id the id of the figure that it belongs to
   * @param words what is said of it
   */
  public static void finish(Element svg, String id, FigureWords words) {
    SvgFinisher finisher = new SvgFinisher(svg, id);
    finisher.dropNoise();
    finisher.prefixIds();
    svg.getAllElements().forEach(finisher::paint);
    svg.select("a").forEach(link -> plainLink(link, words));
    finisher.describe(words.title(), words.description());
  }

  // A comment or processing instruction names versions and source lines, which nobody needs here.
  private void dropNoise() {
    svg.getAllElements()
        .forEach(
            element ->
                List.copyOf(element.childNodes()).stream()
                    .filter(node -> !(node instanceof Element || node instanceof TextNode))
                    .forEach(Node::remove));
    svg.removeAttr("style").removeAttr("zoomAndPan").removeAttr("contentStyleType");
    svg.attr("preserveAspectRatio", "xMidYMid meet");
    for (String side : List.of("width", "height")) {
      if (svg.hasAttr(side)) {
        svg.attr(side, number(svg.attr(side)));
      }
    }
    svg.select("[data-source-line]").removeAttr("data-source-line");
  }

  private static String number(String length) {
    return length.endsWith("px") ? length.substring(0, length.length() - 2) : length;
  }

  private void prefixIds() {
    if (svg.selectFirst("style") != null) {
      return; // a style sheet of the author's may name its ids
    }
    Set<String> own = new HashSet<>(svg.select("[id]").eachAttr("id"));
    for (Element element : svg.getAllElements()) {
      if (element.hasAttr("id")) {
        element.attr("id", id + "-" + element.attr("id"));
      }
      for (String name : List.of("href", "xlink:href")) {
        String target = element.attr(name);
        if (target.startsWith("#") && own.contains(target.substring(1))) {
          element.attr(name, "#" + id + "-" + target.substring(1));
        }
      }
      for (String name : List.of("data-entity-1", "data-entity-2")) {
        if (element.hasAttr(name)) {
          element.attr(name, id + "-" + element.attr(name));
        }
      }
      element
          .attributes()
          .forEach(
              attribute -> {
                Matcher reference = ID_REFERENCE.matcher(attribute.getValue());
                if (reference.find()) {
                  attribute.setValue(
                      reference.replaceAll("url(#" + Matcher.quoteReplacement(id) + "-$1)"));
                }
              });
    }
  }

  private void paint(Element element) {
    StringBuilder style = new StringBuilder(element.attr("style"));
    for (String name : PAINTED) {
      String value = element.attr(name);
      String color = NAMED.getOrDefault(value.toLowerCase(Locale.ROOT), value);
      if (COLOR.matcher(color).matches()) {
        style.insert(0, name + ":" + color + ";");
        element.removeAttr(name);
      }
    }
    Map<String, String> properties = Palette.properties();
    String themed =
        COLOR
            .matcher(style)
            .replaceAll(
                color -> {
                  String property = properties.get(sixDigits(color.group()));
                  return property == null
                      ? color.group()
                      : "var(" + property + "," + color.group() + ")";
                });
    if (!themed.isEmpty()) {
      element.attr("style", themed);
    }
  }

  private static String sixDigits(String color) {
    String digits = color.length() == 4 ? color.replaceAll("([0-9A-Fa-f])", "$1$1") : color;
    return digits.toUpperCase(Locale.ROOT);
  }

  // PlantUML writes each link four times over; browsers need one, and a tip that is an element.
  private static void plainLink(Element link, FigureWords words) {
    String target = link.hasAttr("href") ? link.attr("href") : link.attr("xlink:href");
    link.clearAttributes();
    link.attr("href", target);
    String tip = target.startsWith("#") ? words.tips().get(target.substring(1)) : null;
    if (tip != null) {
      link.prependElement("title", SVG).text(tip);
    }
  }

  private void describe(String title, String description) {
    svg.attr("role", "img");
    svg.attr("aria-labelledby", id + "-svg-title");
    if (!description.isEmpty()) {
      svg.attr("aria-describedby", id + "-svg-desc");
      svg.prependElement("desc", SVG).attr("id", id + "-svg-desc").text(description);
    }
    svg.prependElement("title", SVG).attr("id", id + "-svg-title").text(title);
  }
}
