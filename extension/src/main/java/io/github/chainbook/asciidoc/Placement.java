package io.github.chainbook.asciidoc;

import org.asciidoctor.ast.ContentNode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
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
    for (StructuralNode child : node.getBlocks()) {
      nearest = mark(child, nearest);
    }
    return nearest;
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
