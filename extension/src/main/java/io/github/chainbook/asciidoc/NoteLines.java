package io.github.chainbook.asciidoc;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes notes of the author's, each as a list of one entry: then what stands behind a term of a
 * description list means what it meant where it was written.
 */
final class NoteLines {

  /** The class of such a list. */
  static final String ROLE = "cb-author";

  private NoteLines() {}

  /** The notes as blocks. */
  static List<String> of(List<AuthorNotes.Note> notes, Wording wording) {
    List<String> lines = new ArrayList<>();
    for (AuthorNotes.Note note : notes) {
      // Else two lists in a row would be one.
      lines.add("");
      lines.add("//-");
      lines.add("");
      lines.add("[." + ROLE + "]");
      lines.add(wording.plain("note.author") + "::");
      note.lines().forEach(lines::add);
      lines.add("");
    }
    return lines;
  }
}
