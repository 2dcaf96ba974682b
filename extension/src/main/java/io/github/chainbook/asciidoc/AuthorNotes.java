package io.github.chainbook.asciidoc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The author's notes on chains and rules of the book, by the ids of these. */
final class AuthorNotes {

  /**
   * A note.
   *
   * @param name what it is on, as messages say it
   * @param lines what is said, in AsciiDoc
   * @param place where it stands
   */
  record Note(String name, List<String> lines, Place place) {

    Note {
      lines = List.copyOf(lines);
    }
  }

  private final Map<String, List<Note>> notes = new HashMap<>();
  private final Set<Note> notShown = new LinkedHashSet<>();
  private final Map<String, Place> tables = new HashMap<>();

  /** Adds a note on the chain or rule of this id; several are shown in order. */
  void add(String id, Note note) {
    notes.computeIfAbsent(id, key -> new ArrayList<>()).add(note);
    notShown.add(note);
  }

  /** Whether there are notes on the chain or rule of this id. */
  boolean isOn(String id) {
    return notes.containsKey(id);
  }

  /** The notes on the chain or rule of this id, which are to be shown. */
  List<Note> show(String id) {
    List<Note> found = notes.getOrDefault(id, List.of());
    notShown.removeAll(found);
    return found;
  }

  /** The notes that no table has shown, in the book's order. */
  List<Note> notShown() {
    return List.copyOf(notShown);
  }

  /** Keeps in mind where a ruleset's first rule table stands. */
  void tableOf(String ruleset, Place place) {
    tables.putIfAbsent(ruleset, place);
  }

  /** Where the first rule table of a ruleset stands; null if there is none yet. */
  Place firstTableOf(String ruleset) {
    return tables.get(ruleset);
  }
}
