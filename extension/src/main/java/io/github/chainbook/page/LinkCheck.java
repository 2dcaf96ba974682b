package io.github.chainbook.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Checks that every link within a folder of pages leads somewhere.
 *
 * <p>File names are compared letter by letter, on systems too that would open {@code A.html} for
 * {@code a.html}. Links to other hosts are counted and not followed.
 */
public final class LinkCheck {

  private static final List<String> ATTRIBUTES =
      List.of("href", "xlink:href", "src", "poster", "data");

  private final SiteIndex index;
  private final List<Problem> problems = new ArrayList<>();
  private int links;
  private int fragments;
  private int outside;

  private LinkCheck(SiteIndex index) {
    this.index = index;
  }

  /**
   * What a check found.
   *
   * @param pages how many HTML pages were read
   * @param links how many links they hold, to other hosts too
   * @param fragments how many of the links within the site name a place on a page
   * @param outside how many of the links lead to another host or a mailbox
   * @param problems what is wrong, in the order of the pages; empty if all is well
   */
  public record Report(int pages, int links, int fragments, int outside, List<Problem> problems) {

    public Report {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Checks all HTML pages in and below a folder.
   *
   * @throws IOException if the folder cannot be read
   */
  public static Report check(Path folder) throws IOException {
    Set<String> files = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile)
          .forEach(file -> files.add(folder.relativize(file).toString().replace('\\', '/')));
    }
    Map<String, Document> pages = new LinkedHashMap<>();
    for (String file : files) {
      if (file.endsWith(".html")) {
        pages.put(file, Html.parse(Files.readString(folder.resolve(file))));
      }
    }
    return new LinkCheck(new SiteIndex(files)).check(pages);
  }

  private Report check(Map<String, Document> pages) {
    pages.forEach(this::collectIds);
    pages.forEach((file, page) -> page.getAllElements().forEach(element -> check(file, element)));
    return new Report(pages.size(), links, fragments, outside, problems);
  }

  private void collectIds(String file, Document page) {
    for (Element element : page.select("[id]")) {
      if (!index.add(file, element.id())) {
        problems.add(
            problem(file, element, "#" + element.id(), "the id stands on this page twice"));
      }
    }
  }

  private void check(String file, Element element) {
    // An SVG link with one address in both spellings is one link.
    Set<String> values = new LinkedHashSet<>();
    for (String attribute : ATTRIBUTES) {
      if (element.hasAttr(attribute)) {
        values.add(element.attr(attribute));
      }
    }
    for (String value : values) {
      Link link = Link.of(value);
      links++;
      fragments += link.fragment() == null ? 0 : 1;
      outside += link.kind() == Link.Kind.OUTSIDE ? 1 : 0;
      index
          .problem(file, link)
          .ifPresent(wrong -> problems.add(problem(file, element, value, wrong)));
    }
  }

  private static Problem problem(String file, Element element, String link, String message) {
    String text = element.text().strip();
    if (text.isEmpty()) {
      text = element.attr("alt");
    }
    if (text.codePointCount(0, text.length()) > 60) {
      text = text.substring(0, text.offsetByCodePoints(0, 59)).strip() + "…";
    }
    return new Problem(file, text, link, message);
  }
}
