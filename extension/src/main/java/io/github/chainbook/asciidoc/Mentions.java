package io.github.chainbook.asciidoc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Adds to each chain and rule the places in the prose that refer to it. */
final class Mentions {

  private static final String REFERENCES = "a.chainbook-ref[href^=#]";

  private final Document page;

  /** The places that mention each id: the title of the section, and the first reference in it. */
  private final Map<String, Map<String, Element>> places = new LinkedHashMap<>();

  private Mentions(Document page) {
    this.page = page;
  }

  static void add(Document page) {
    Mentions mentions = new Mentions(page);
    mentions.collect();
    mentions.places.forEach(mentions::show);
  }

  private void collect() {
    int number = 0;
    for (Element reference : page.select(REFERENCES)) {
      String target = reference.attr("href").substring(1);
      String section = section(reference);
      boolean first =
          places
                  .computeIfAbsent(target, id -> new LinkedHashMap<>())
                  .putIfAbsent(section, reference)
              == null;
      number++;
      if (first && !reference.hasAttr("id")) {
        reference.attr("id", "mention-" + number);
      }
    }
  }

  private static String section(Element reference) {
    for (Element at = reference.parent(); at != null; at = at.parent()) {
      Element heading = at.selectFirst("> h1, > h2, > h3, > h4, > h5, > h6");
      boolean section = at.className().matches("sect\\d") && heading != null;
      if (section) {
        return heading.text();
      }
    }
    return "the text";
  }

  private void show(String id, Map<String, Element> mentions) {
    Element part = page.getElementById(id);
    Element home = part == null ? null : home(part);
    if (home == null) {
      return;
    }
    home.appendText("mentioned in ");
    String separator = "";
    for (Map.Entry<String, Element> mention : mentions.entrySet()) {
      home.appendText(separator);
      home.appendElement("a").attr("href", "#" + mention.getValue().id()).text(mention.getKey());
      separator = ", ";
    }
  }

  // A rule says it below what it does, a chain among what is said at its head.
  private static Element home(Element part) {
    if (part.is("tr")) {
      return part.child(2).appendElement("p").addClass("cb-mentions");
    }
    Element meta = part.nextElementSibling();
    if (meta == null || !meta.hasClass("chainbook-meta")) {
      return null;
    }
    Element line = meta.selectFirst("p");
    line.appendText(" ");
    line.appendElement("span").addClass("cb-sep").text("·");
    line.appendText(" ");
    return line.appendElement("span").addClass("cb-pill");
  }
}
