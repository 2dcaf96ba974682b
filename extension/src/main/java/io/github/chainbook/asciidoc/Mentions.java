package io.github.chainbook.asciidoc;

import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Adds to each chain and rule the places in the prose that refer to it. */
final class Mentions {

  private static final String REFERENCES = "a.chainbook-ref[href^=#]";

  private final Document page;
  private final Messages words;
  private int count;

  /** The places that mention each id: a reference for each section, by the section's element. */
  private final Map<String, Map<Element, Mention>> places = new LinkedHashMap<>();

  /** A place: the title of its section, and the element to link to. */
  private record Mention(String title, Element place) {}

  private Mentions(Document page, Messages words) {
    this.page = page;
    this.words = words;
  }

  static void add(Document page, Messages words) {
    Mentions mentions = new Mentions(page, words);
    mentions.collect();
    mentions.places.forEach(mentions::show);
  }

  private void collect() {
    for (Element reference : page.select(REFERENCES)) {
      Element place = inText(reference);
      Element section = section(place);
      Element heading = heading(section);
      places
          .computeIfAbsent(reference.attr("href").substring(1), id -> new LinkedHashMap<>())
          .putIfAbsent(
              section,
              new Mention(heading == null ? words.text("mentions.text") : heading.text(), place));
    }
  }

  // A footnote stands at the end of the book; its mark is where it belongs.
  private Element inText(Element reference) {
    Element note = reference.closest("[id^=_footnotedef_]");
    Element mark =
        note == null ? null : page.getElementById(note.id().replace("footnotedef", "footnoteref"));
    return mark == null ? reference : mark;
  }

  private Element section(Element place) {
    for (Element at = place.parent(); at != null; at = at.parent()) {
      if (heading(at) != null) {
        return at;
      }
    }
    return page.body();
  }

  private static Element heading(Element section) {
    boolean isSection = section.classNames().stream().anyMatch(name -> name.matches("sect\\d"));
    return isSection ? section.selectFirst("> h1, > h2, > h3, > h4, > h5, > h6") : null;
  }

  private void show(String id, Map<Element, Mention> mentions) {
    Element part = page.getElementById(id);
    Element home = part == null ? null : home(part);
    if (home == null) {
      return;
    }
    for (Phrase phrase : words.say("mentions", words.slots("places", ""))) {
      if (phrase instanceof Phrase.Words) {
        home.appendText(phrase.text());
      } else {
        links(mentions, home);
      }
    }
  }

  private void links(Map<Element, Mention> mentions, Element home) {
    String separator = "";
    for (Mention mention : mentions.values()) {
      home.appendText(separator);
      home.appendElement("a").attr("href", "#" + idOf(mention.place())).text(mention.title());
      separator = words.text("join.links", "a", "", "b", "");
    }
  }

  private String idOf(Element place) {
    if (!place.hasAttr("id")) {
      do {
        count++;
      } while (page.getElementById("mention-" + count) != null);
      place.attr("id", "mention-" + count);
    }
    return place.id();
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
