package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.FigureWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/**
 * Adds figures that PlantUML draws to a block. They are written as AsciiDoc and parsed by
 * Asciidoctor, so that ids are registered, captions are numbered in the book's own sequence and
 * every back end gets them whole.
 */
final class PlantUmlFigures {

  private final Processor processor;
  private final StructuralNode container;

  PlantUmlFigures(Processor processor, StructuralNode container) {
    this.processor = processor;
    this.container = container;
  }

  /**
   * Adds a figure.
   *
   * @param id its id
   * @param kind a word that begins the names of such pictures
   * @param title its caption, escaped
   * @param plantUml what PlantUML is to draw
   * @param words what is said of it
   */
  void add(String id, String kind, String title, List<String> plantUml, FigureWords words) {
    List<String> lines = new ArrayList<>();
    lines.add("." + title);
    String target = imageName(kind, id);
    lines.add("[plantuml,id=" + id + ",target=" + target + ",format=svg,opts=inline]");
    lines.add("----");
    lines.addAll(plantUml);
    lines.add("----");
    processor.parseContent(container, lines);
    StructuralNode image = container.getBlocks().get(container.getBlocks().size() - 1);
    image.addRole("chainbook-figure");
    image.setAttribute("alt", words.description(), true);
    Book.of(container).addFigure(id, words);
  }

  /** Adds what PlantUML drew the last figure from, to be opened by who wants it; in HTML only. */
  void source(List<String> plantUml) {
    if (!"html".equals(container.getDocument().getAttribute("filetype"))) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(".View source");
    lines.add("[.chainbook-source%collapsible]");
    lines.add("====");
    lines.add("[listing,subs=\"specialcharacters\"]");
    lines.add("----");
    lines.addAll(plantUml);
    lines.add("----");
    lines.add("====");
    lines.add("");
    processor.parseContent(container, lines);
  }

  /** Adds an element that carries an id and shows nothing. */
  void anchor(String id) {
    processor.parseContent(
        container, List.of("[[" + id + "]]", "[.chainbook-anchor]", "--", "--", ""));
  }

  // Windows tells no A from an a; other signs are not safe in every file system.
  private static String imageName(String kind, String id) {
    StringBuilder name = new StringBuilder(kind + "-");
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-';
      name.append(plain ? String.valueOf((char) b) : String.format("_%02x", b & 0xFF));
    }
    return name.toString();
  }
}
