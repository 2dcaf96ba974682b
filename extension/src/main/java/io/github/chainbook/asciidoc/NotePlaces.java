package io.github.chainbook.asciidoc;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.asciidoctor.ast.Cell;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.ast.Table;

/**
 * Marks each note in a rule table with the place where its author wrote it, so that what is wrong
 * in it is reported there.
 */
final class NotePlaces {

  /** The attribute of a list that holds a note: where the note begins. */
  static final String PLACE = "chainbook-note-place";

  private final Iterator<AuthorNotes.Note> notes;

  private NotePlaces(Iterator<AuthorNotes.Note> notes) {
    this.notes = notes;
  }

  /**
   * Marks notes.
   *
   * @param blocks the blocks that hold them, in order
   * @param notes the notes in the same order
   */
  static void mark(List<StructuralNode> blocks, List<AuthorNotes.Note> notes) {
    if (!notes.isEmpty()) {
      NotePlaces places = new NotePlaces(notes.iterator());
      blocks.forEach(places::mark);
    }
  }

  private void mark(StructuralNode node) {
    if (node.hasRole(NoteLines.ROLE) && notes.hasNext()) {
      node.setAttribute(PLACE, notes.next().place(), true);
      return;
    }
    if (node instanceof Table table) {
      Stream.of(table.getBody())
          .flatMap(List::stream)
          .flatMap(row -> row.getCells().stream())
          .map(Cell::getInnerDocument)
          .filter(Objects::nonNull)
          .forEach(inner -> inner.getBlocks().forEach(this::mark));
    }
    if (!"dlist".equals(node.getContext())) {
      node.getBlocks().forEach(this::mark);
    }
  }
}
