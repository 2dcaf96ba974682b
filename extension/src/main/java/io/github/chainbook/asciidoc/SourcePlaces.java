package io.github.chainbook.asciidoc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.ContentNode;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.ast.StructuralNode;

/** Finds where in the sources a piece of text stands. */
final class SourcePlaces {

  /** How many lines of attributes and titles are looked at above a block. */
  private static final int MOST_METADATA = 10;

  private SourcePlaces() {}

  /**
   * The place of a text inside a node.
   *
   * @param node the node whose text holds it
   * @param text a macro as it stands in the source
   */
  static Place of(ContentNode node, String text) {
    for (ContentNode at = node; at != null; at = at.getParent()) {
      if (at.getAttribute(NotePlaces.PLACE, null, false) instanceof Place note) {
        List<String> lines = fileOf(note);
        int from = Math.min(Math.max(note.line() - 1, 0), lines.size());
        return note.atLine(note.line() + lineOf(lines.subList(from, lines.size()), text));
      }
      if (at.getAttribute(Containers.PLACE, null, false) instanceof Place place) {
        return above(place, text);
      }
    }
    for (ContentNode at = node; at != null; at = at.getParent()) {
      if (at instanceof StructuralNode block) {
        Cursor cursor = block.getSourceLocation();
        if (cursor != null && cursor.getLineNumber() > 0) {
          Place place = Place.of(cursor);
          return place.atLine(place.line() + lineOf(linesFrom(block, place), text));
        }
      }
    }
    return Place.UNKNOWN;
  }

  /** The line at a place; empty where it cannot be had. */
  static String line(Place place) {
    List<String> lines = fileOf(place);
    boolean there = place.line() > 0 && place.line() <= lines.size();
    return there ? lines.get(place.line() - 1) : "";
  }

  // What is generated shows texts of the author's from the lines above its block: titles.
  private static Place above(Place block, String text) {
    List<String> lines = fileOf(block);
    for (int line = Math.min(block.line(), lines.size()); line > 0; line--) {
      if (lines.get(line - 1).contains(text)) {
        return block.atLine(line);
      }
      if (block.line() - line > MOST_METADATA) {
        break;
      }
    }
    return block;
  }

  // A table or a list knows where it begins only; the file tells the rest.
  private static List<String> linesFrom(StructuralNode node, Place place) {
    List<String> lines = fileOf(place);
    if (lines.isEmpty()) {
      return node instanceof Block block ? block.getLines() : List.of();
    }
    return lines.subList(Math.min(place.line() - 1, lines.size()), lines.size());
  }

  private static List<String> fileOf(Place place) {
    try {
      return place.file() == null ? List.of() : Files.readAllLines(Path.of(place.file()));
    } catch (IOException e) {
      return List.of(); // read by Asciidoctor a moment ago, and gone or no UTF-8 now
    }
  }

  // Text whose brackets were escaped, or that goes over two lines, is found by how it begins.
  private static int lineOf(List<String> lines, String text) {
    for (String wanted : List.of(text, text.substring(0, text.indexOf('[') + 1))) {
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(wanted)) {
          return i;
        }
      }
    }
    return 0;
  }
}
