package io.github.chainbook.asciidoc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/** Blocks that hold what a processor generates. */
final class Containers {

  /** The attribute that tells where the author wrote what generates a block. */
  static final String PLACE = "chainbook-place";

  private Containers() {}

  /**
   * An open block. A processor must return one: with nothing returned, the title and id that the
   * author wrote would go to the block that follows.
   */
  static StructuralNode open(Processor processor, StructuralNode parent, Place place) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("role", "chainbook");
    StructuralNode container = processor.createBlock(parent, "open", (String) null, attributes);
    container.setAttribute(PLACE, place, true);
    return container;
  }

  /** Where the element with this id stands, if there is one above. */
  static Optional<Place> placeOf(Document document, String id) {
    Object node = document.getCatalog().getRefs().get(id);
    if (node == null) {
      return Optional.empty();
    }
    return Optional.of(
        node instanceof StructuralNode block ? Place.of(block.getSourceLocation()) : Place.UNKNOWN);
  }
}
