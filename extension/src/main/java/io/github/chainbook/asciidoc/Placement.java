package io.github.chainbook.asciidoc;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.asciidoctor.ast.Cell;
import org.asciidoctor.ast.ContentNode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.ast.Table;
import org.asciidoctor.extension.Treeprocessor;

/**
 * Marks each block with the nearest ruleset above it, which references in its text mean when they
 * name none.
 */
public final class Placement extends Treeprocessor {

  /** The attribute of a block that declares a ruleset: its id. */
  static final String DECLARES = "chainbook-declares";

  private static final String NEAREST = "chainbook-nearest";

  @Override
  public Document process(Document document) {
    mark(document, null);
    return document;
  }

  private String mark(StructuralNode node, String above) {
    Object declared = node.getAttribute(DECLARES, null, false);
    String nearest = declared == null ? above : declared.toString();
    if (nearest != null) {
      node.setAttribute(NEAREST, nearest, true);
    }
    if (node instanceof Table table) {
      markCells(table, nearest);
    }
    for (StructuralNode child : node.getBlocks()) {
      nearest = mark(child, nearest);
    }
    return nearest;
  }

  // A cell of style a holds a document of its own; its attributes are reset before it is converted,
  // those of its blocks are not.
  private void markCells(Table table, String above) {
    Stream.of(table.getHeader(), table.getBody(), table.getFooter())
        .flatMap(List::stream)
        .flatMap(row -> row.getCells().stream())
        .map(Cell::getInnerDocument)
        .filter(Objects::nonNull)
        .forEach(inner -> inner.getBlocks().forEach(block -> mark(block, above)));
  }

  /** The id of the nearest ruleset above a node; null where there is none. */
  static String nearestTo(ContentNode node) {
    for (ContentNode at = node; at != null; at = at.getParent()) {
      Object nearest = at.getAttribute(NEAREST, null, false);
      if (nearest != null) {
        return nearest.toString();
      }
    }
    return null;
  }
}
