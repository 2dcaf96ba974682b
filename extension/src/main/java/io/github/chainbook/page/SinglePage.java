package io.github.chainbook.page;

import static io.github.chainbook.page.Template.slot;

import io.github.chainbook.text.SourceText;
import io.github.chainbook.words.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * One page that needs no other file: the theme's styles and scripts stand in it. The same text
 * gives the same page, byte by byte.
 */
public final class SinglePage {

  /** Where the theme stands in the jar. */
  private static final String THEME = "built-in-theme/";

  private static final String RAW = "dump";
  private static final String BEFORE_RAW = "<!--" + RAW + "-->";

  private final Document page;
  private final Messages words;

  private SinglePage(Document page, Messages words) {
    this.page = page;
    this.words = words;
  }

  /**
   * Makes a page.
   *
   * @param title its title, plain text
   * @param html what stands below the title, as Asciidoctor's html5 converter writes it; an empty
   *     element of class {@code chainbook-raw-here} is where {@link #write} puts the dump
   * @param words the language of both
   */
  public static SinglePage of(String title, String html, Messages words) {
    Element article = new Element("article");
    article.appendElement("h1").text(title);
    article.append(html);
    Element raw = article.selectFirst(".chainbook-raw-here");
    if (raw != null) {
      raw.replaceWith(new Comment(RAW));
    }
    Headings.number(article);
    new RuleTables().finish(article);
    Figures.finish(article);
    Document page = bind(title, new Leaf(Leaf.Kind.CHAPTER, "page", article, null));
    page.expectFirst("html").attr("lang", words.locale().toLanguageTag());
    return new SinglePage(page, words);
  }

  private static Document bind(String title, Leaf leaf) {
    Document page = Template.parse(resource("page.html"), "page.html").copy();
    slot(page, "title").text(title);
    slot(page, "book").attr("href", "#page-text").text(title);
    Element sections = new Navigation(List.of(leaf)).sections(leaf);
    if (sections != null) {
      slot(page, "contents").appendChild(sections);
    } else {
      slot(page, "contents").remove();
    }
    for (String unused : List.of("part", "overview", "footnotes", "previous", "next", "sections")) {
      slot(page, unused).remove();
    }
    page.select("nav.turn").remove();
    slot(page, "text").replaceWith(leaf.body());
    inline(page);
    return page;
  }

  private static void inline(Document page) {
    for (Element link : page.select("link[rel=stylesheet]")) {
      Element style = new Element("style");
      if (link.hasAttr("media")) {
        style.attr("media", link.attr("media"));
      }
      style.appendChild(new DataNode("\n" + asset(link.attr("href"))));
      link.replaceWith(style);
    }
    for (Element script : page.select("script[src]")) {
      script.appendChild(new DataNode("\n" + asset(script.attr("src"))));
      script.removeAttr("src");
    }
  }

  private static String asset(String address) {
    return resource(address.replaceFirst("^assets/", ""));
  }

  private static String resource(String file) {
    try (InputStream in = SinglePage.class.getResourceAsStream(THEME + file)) {
      if (in == null) {
        throw new PagesException("The theme has no file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the page.
   *
   * @param dump the dump that stands at its end; of a large one only what has something wrong with
   *     it, see {@link RawDump}
   * @param marked numbers of the dump's lines, from 1, that have something wrong with them
   */
  public void write(Writer to, SourceText dump, Set<Integer> marked) throws IOException {
    String html = page.outerHtml();
    // Nothing but the page itself can hold this comment: text is escaped.
    int at = html.indexOf(BEFORE_RAW);
    to.append(html, 0, Math.max(at, 0));
    if (at >= 0) {
      RawDump.write(to, dump, marked, words);
    }
    to.append(html, at < 0 ? 0 : at + BEFORE_RAW.length(), html.length()).append('\n');
  }
}
