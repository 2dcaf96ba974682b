package io.github.chainbook.asciidoc;

import java.util.List;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.ContentNode;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.ast.StructuralNode;

/** Finds where in the sources a piece of text stands. */
final class SourcePlaces {

  private SourcePlaces() {}

  /**
   * The place of a text inside a node.
   *
   * @param node the node whose text holds it
   * @param text a macro as it stands in the source
   */
  static Place of(ContentNode node, String text) {
    for (ContentNode at = node; at != null; at = at.getParent()) {
      if (at instanceof StructuralNode block) {
        Cursor cursor = block.getSourceLocation();
        if (cursor != null && cursor.getLineNumber() > 0) {
          return Place.of(cursor).atLine(cursor.getLineNumber() + lineOf(block, text));
        }
      }
    }
    return Place.UNKNOWN;
  }

  // Text whose brackets were escaped is found by how it begins.
  private static int lineOf(StructuralNode node, String text) {
    List<String> lines = node instanceof Block block ? block.getLines() : List.of();
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
