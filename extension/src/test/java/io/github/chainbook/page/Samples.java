package io.github.chainbook.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The books that the tests split: HTML by Asciidoctor 2.0.26, its source beside it. */
final class Samples {

  private Samples() {}

  /** The text of a file beside the tests' resources. */
  static String text(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path path(String name) {
    try {
      return Path.of(Samples.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Template template() {
    return Template.parse(text("theme/page.html"), "page.html");
  }

  static List<Page> split(String html) {
    return new BookSplitter(template()).split(html);
  }

  /** A page of a split sample book. */
  static Document page(String book, String file) {
    return split(text(book)).stream()
        .filter(page -> page.file().equals(file))
        .map(page -> Jsoup.parse(page.html()))
        .findFirst()
        .orElseThrow();
  }

  /** A book whose chapters are given as HTML. */
  static String book(String... chapters) {
    return "<html><head><title>B</title></head><body class=book>"
        + "<div id=header><h1>B</h1></div><div id=content>"
        + String.join("\n", chapters)
        + "</div></body></html>";
  }

  /** A chapter with an id, which is its title too, and a body. */
  static String chapter(String id, String body) {
    return "<div class=sect1><h2 id=\"%s\">%s</h2><div class=sectionbody>%s</div></div>"
        .formatted(id, id, body);
  }

  static Element body(String html) {
    return Html.parse(html).body();
  }
}
