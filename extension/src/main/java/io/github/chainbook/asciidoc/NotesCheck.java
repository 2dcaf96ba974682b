package io.github.chainbook.asciidoc;

import io.github.chainbook.text.Diagnostic;
import java.util.Map;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Treeprocessor;

/**
 * Reports notes that a reader would not get to see as notes: those on chains and rules that no
 * table shows, and those that stand without their {@code --} lines.
 */
public final class NotesCheck extends Treeprocessor {

  @Override
  public Document process(Document document) {
    for (AuthorNotes.Note note : Book.of(document).authorNotes().notShown()) {
      report(
          "note-not-shown",
          note.place(),
          "no rule table shows "
              + note.name()
              + ", so nobody can read this note: add an iptables-rules:: macro for it");
    }
    // Asciidoctor takes a list for a list, whatever stands above it.
    for (StructuralNode list : document.findBy(Map.of("context", ":dlist"))) {
      if ("iptables-notes".equals(list.getStyle())) {
        report(
            "missing-delimiters",
            Place.of(list.getSourceLocation()),
            "expected the notes between two lines of --");
      }
    }
    return document;
  }

  private void report(String code, Place place, String message) {
    Reports.log(this, Diagnostic.error(code, place.position(), message), place);
  }
}
