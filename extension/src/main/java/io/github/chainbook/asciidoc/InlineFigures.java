package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.svg.PrintSvg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Treeprocessor;
import org.jsoup.Jsoup;

/**
 * Gives each inlined SVG, also of a diagram that the author wrote by hand, an id and the words that
 * Asciidoctor drops when it inlines a picture.
 */
public final class InlineFigures extends Treeprocessor {

  @Override
  public Document process(Document document) {
    Book book = Book.of(document);
    int number = 0;
    for (StructuralNode image : document.findBy(Map.of("context", ":image"))) {
      if (!image.isOption("inline")) {
        continue;
      }
      number++;
      if (image.getId() == null) {
        image.setId("picture-" + number);
      }
      String alt = String.valueOf(image.getAttribute("alt", ""));
      String title = image.getTitle() == null ? alt : Jsoup.parse(image.getTitle()).text();
      FigureWords drawn =
          book.figure(image.getId())
              .orElseGet(() -> new FigureWords(title, alt.equals(title) ? "" : alt, Map.of()));
      // The caption names a picture better than we can: two may show the same table.
      book.addFigure(image.getId(), new FigureWords(title, drawn.description(), drawn.tips()));
      if ("pdf".equals(document.getAttribute("backend"))) {
        prepareForPrint(Path.of(image.getAttribute("target").toString()))
            .ifPresent(file -> image.setAttribute("target", file.toString(), true));
      }
    }
    return document;
  }

  // asciidoctor-diagram names what it has drawn by its whole path. A picture of the author's is not
  // ours to change, nor is that of asciidoctor-diagram, which its cache and the pages share.
  private static Optional<Path> prepareForPrint(Path picture) {
    try {
      if (picture.isAbsolute() && Files.isRegularFile(picture)) {
        String svg = Files.readString(picture);
        if (svg.contains("<?plantuml ")) {
          String name = picture.getFileName().toString().replaceFirst("\\.svg$", "") + "-print.svg";
          return Optional.of(
              Files.writeString(picture.resolveSibling(name), PrintSvg.prepare(svg)));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + picture + " for print", e);
    }
  }
}
