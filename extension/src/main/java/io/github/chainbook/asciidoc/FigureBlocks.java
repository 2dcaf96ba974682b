package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/**
 * Adds figures to a block. They are written as AsciiDoc and parsed by Asciidoctor, so that ids are
 * registered, captions are numbered in the book's own sequence and every back end gets them whole.
 */
final class FigureBlocks {

  private final Processor processor;
  private final StructuralNode container;
  private final Messages words;

  FigureBlocks(Processor processor, StructuralNode container, Messages words) {
    this.words = words;
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
    // Again, since the book's first lines may name the folder, too.
    DiagramCache.open(container.getDocument());
    List<String> lines = new ArrayList<>();
    lines.add("." + title);
    String target = ImageFile.name(kind, id);
    lines.add("[plantuml,id=" + id + ",target=" + target + ",format=svg,opts=inline]");
    lines.add("----");
    lines.addAll(plantUml);
    lines.add("----");
    processor.parseContent(container, lines);
    finish(id, words);
  }

  /**
   * Adds a figure that we draw ourselves.
   *
   * @param id its id
   * @param kind a word that begins the names of such pictures
   * @param title its caption, escaped
   * @param words what is said of it
   * @param drawn the picture
   */
  void add(String id, String kind, String title, FigureWords words, DrawnFigure drawn) {
    Document document = container.getDocument();
    String name = ImageFile.name(kind, id) + ".svg";
    boolean print = "pdf".equals(document.getAttribute("backend"));
    Path file = ImageFile.write(document, name, drawn.file(id, words, print));
    processor.parseContent(
        container, List.of("." + title, "image::" + name + "[id=" + id + ",opts=inline]"));
    // As asciidoctor-diagram does: so it is found wherever pictures are looked for.
    finish(id, words).setAttribute("target", file.toString(), true);
    Book.of(container).addDrawn(id, drawn);
  }

  private StructuralNode finish(String id, FigureWords words) {
    StructuralNode image = container.getBlocks().get(container.getBlocks().size() - 1);
    image.addRole("chainbook-figure");
    image.setAttribute("alt", words.description(), true);
    Book.of(container).addFigure(id, words);
    return image;
  }

  /** Says below the caption what the last figure was made of. */
  void from(List<String> parts) {
    processor.parseContent(container, FromLines.of(parts));
  }

  /** Adds the last figure as PlantUML, to be opened by who wants it; in HTML only. */
  void source(List<String> plantUml) {
    if (!"html".equals(container.getDocument().getAttribute("filetype"))) {
      return;
    }
    processor.parseContent(container, SourceLines.of(plantUml, words));
  }

  /** Adds sentences where there is nothing to draw. */
  void paragraph(String text) {
    processor.parseContent(container, List.of(AsciiDocText.escape(text)));
  }

  /** Adds an element that carries an id and shows nothing. */
  void anchor(String id) {
    processor.parseContent(
        container, List.of("[[" + id + "]]", "[.chainbook-anchor]", "--", "--", ""));
  }
}
