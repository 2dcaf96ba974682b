package io.github.chainbook.asciidoc;

import io.github.chainbook.text.Diagnostic;
import java.util.Optional;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/** Places in one block of a book that Asciidoctor converts. */
final class BlockAnchors implements Anchors {

  private final Processor processor;
  private final StructuralNode container;
  private final Place place;
  private final Book book;

  /**
   * Anchors in a block.
   *
   * @param container the block
   * @param place where the author wrote what generates it
   */
  BlockAnchors(Processor processor, StructuralNode container, Place place) {
    this.processor = processor;
    this.container = container;
    this.place = place;
    this.book = Book.of(container);
  }

  /** {@inheritDoc} One that the author has given away is an error. */
  @Override
  public boolean claim(String id) {
    return book.claim(id) && isFree(id);
  }

  /** Whether no element above has this id; else reports where it is. */
  boolean isFree(String id) {
    Optional<Place> taken = Containers.placeOf(container.getDocument(), id);
    taken.ifPresent(
        other ->
            Reports.log(
                processor,
                Diagnostic.error(
                    "id-taken", place.position(), "id '" + id + "' is taken already, at " + other),
                place));
    return taken.isEmpty();
  }

  @Override
  public String anchor(String id, String referenceText) {
    return book.marks().anchor(processor, container, id, referenceText);
  }

  @Override
  public String link(String id, String escapedText) {
    return book.marks().link(id, escapedText);
  }
}
