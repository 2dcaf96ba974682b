package io.github.chainbook.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The files of a page's figures, and the links to them below each: the drawing alone, and its
 * PlantUML text where the page has it.
 */
final class FigureFiles {

  private static final String FOLDER = "figures/";
  private static final String FIGURES = "div.imageblock[id]:has(> div.content > svg)";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final Template template;
  private final Leaf leaf;
  private final Map<String, String> files = new TreeMap<>();

  private FigureFiles(Template template, Leaf leaf) {
    this.template = template;
    this.leaf = leaf;
  }

  /**
   * Adds the links to a page whose own links are settled already.
   *
   * @return the files by their paths below the site's folder; none if the template has no words for
   *     such links
   */
  static Map<String, String> add(Template template, Leaf leaf) {
    FigureFiles all = new FigureFiles(template, leaf);
    leaf.body().select(FIGURES).forEach(all::figure);
    return all.files;
  }

  private void figure(Element block) {
    Optional<Element> tools = template.figureTools();
    if (tools.isEmpty()) {
      return;
    }
    String name = FOLDER + fileName(block.id());
    link(tools.get(), "svg", name, alone(block.expectFirst("> div.content > svg")));
    link(tools.get(), "puml", name, plantUml(block));
    // Scripts add it.
    tools.get().select("button").remove();
    Element caption = block.selectFirst("> div.title");
    if (caption != null) {
      tools.get().attr("aria-label", caption.text());
    }
    block.appendChild(tools.get());
  }

  private void link(Element tools, String kind, String name, String content) {
    for (Element link : tools.select("[data-file=" + kind + "]")) {
      if (content.isEmpty()) {
        link.remove();
      } else {
        link.removeAttr("data-file").attr("href", name + "." + kind);
        files.put(name + "." + kind, content);
      }
    }
  }

  private static String plantUml(Element block) {
    Element next = block.nextElementSibling();
    Element source =
        next != null && next.is("details.chainbook-source") ? next.selectFirst("pre") : null;
    return source == null ? "" : source.wholeText().stripTrailing() + "\n";
  }

  // Its colours are in it: classes and custom properties mean nothing there, and what they stand
  // for
  // in the light theme is written beside them.
  private String alone(Element svg) {
    Element copy = svg.clone();
    copy.attr("style", "background:#FFFFFF");
    for (Element link : copy.select("a[href]")) {
      link.removeAttr("tabindex").attr("href", fromFolder(link.attr("href")));
    }
    Document document = new Document("", "");
    document.parser(Parser.xmlParser());
    document
        .outputSettings()
        .syntax(Document.OutputSettings.Syntax.xml)
        .charset(StandardCharsets.UTF_8)
        .prettyPrint(false);
    document.appendChild(copy);
    return XML + document.outerHtml() + "\n";
  }

  private String fromFolder(String href) {
    if (Link.of(href).kind() != Link.Kind.LOCAL) {
      return href;
    }
    return "../" + (href.startsWith("#") ? leaf.href() + href : href);
  }

  // Not every system tells an A from an a or takes every sign, and some names are devices' there.
  private static String fileName(String id) {
    StringBuilder name = new StringBuilder(PageNames.isDevice(id) ? "_" : "");
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-';
      name.append(plain ? String.valueOf((char) b) : String.format("_%02x", b & 0xFF));
    }
    return name.toString();
  }
}
