package io.github.chainbook.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Makes what may be wider than a page usable: drawings know their own width, and both drawings and
 * listings can be scrolled with the keyboard.
 */
final class Figures {

  private static final String DRAWINGS = "div.imageblock > div.content > svg";
  private static final Pattern WIDTH = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(?:px)?");
  private static final Pattern VIEW_BOX =
      Pattern.compile("\\s*[-0-9.]+[\\s,]+[-0-9.]+[\\s,]+([0-9]+(?:\\.[0-9]+)?)[\\s,]+[0-9.]+\\s*");

  private Figures() {}

  /** Finishes all figures and listings below an element. */
  static void finish(Element body) {
    for (Element svg : body.select(DRAWINGS)) {
      size(svg);
      svg.parent().attr("tabindex", "0");
    }
    body.select("div.listingblock pre, div.literalblock pre").attr("tabindex", "0");
    // The empty anchors of :sectanchors: are for the mouse; the heading itself is the target.
    body.select("a.anchor").attr("aria-hidden", "true").attr("tabindex", "-1");
  }

  /**
   * Tells the style sheet how wide a drawing is, in {@code --figure-width}: CSS can keep a drawing
   * from shrinking below a share of its width only if it knows that width. A width in the root's
   * own style would overrule the style sheet, so it goes.
   */
  private static void size(Element svg) {
    String width = width(svg);
    if (width == null) {
      return;
    }
    List<String> style = new ArrayList<>();
    for (String declaration : svg.attr("style").split(";")) {
      String property = declaration.substring(0, Math.max(0, declaration.indexOf(':'))).strip();
      if (!property.isEmpty() && !property.equals("width") && !property.equals("height")) {
        style.add(declaration.strip());
      }
    }
    style.add("--figure-width:" + width + "px");
    svg.attr("style", String.join(";", style));
  }

  private static String width(Element svg) {
    Matcher own = WIDTH.matcher(svg.attr("width").strip());
    if (own.matches()) {
      return own.group(1);
    }
    Matcher view = VIEW_BOX.matcher(svg.attr("viewBox"));
    return view.matches() ? view.group(1) : null;
  }
}
