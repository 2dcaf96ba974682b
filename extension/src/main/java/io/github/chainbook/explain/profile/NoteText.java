package io.github.chainbook.explain.profile;

import io.github.chainbook.text.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The words of a note as a profile has them: <code>{name}</code> stands for what a pattern
 * captured, and backticks are about what stands in rules.
 *
 * @param pieces the words in order
 */
record NoteText(List<Piece> pieces) {

  /** Some words, or the name of something captured. */
  record Piece(String text, boolean isName, boolean isCode) {}

  NoteText {
    pieces = List.copyOf(pieces);
  }

  /**
   * Reads the words.
   *
   * @param known the names that may be used
   */
  static NoteText parse(String text, Collection<String> known) throws BadPattern {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    boolean code = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        words.append(text.charAt(++i));
      } else if (c == '`') {
        add(pieces, words, code);
        code = !code;
      } else if (c == '{') {
        int end = text.indexOf('}', i);
        String name = end < 0 ? text.substring(i + 1) : text.substring(i + 1, end);
        if (end < 0 || !known.contains(name)) {
          throw new BadPattern(
              i,
              "expected one of the names "
                  + String.join(", ", known)
                  + ", found '"
                  + name
                  + "'"
                  + DidYouMean.hint(name, known));
        }
        add(pieces, words, code);
        pieces.add(new Piece(name, true, code));
        i = end;
      } else {
        words.append(c);
      }
    }
    add(pieces, words, code);
    return new NoteText(pieces);
  }

  private static void add(List<Piece> pieces, StringBuilder words, boolean code) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(words.toString(), false, code));
      words.setLength(0);
    }
  }

  /** The words, with what was captured. */
  List<Note.Part> with(Map<String, String> captured) {
    List<Note.Part> parts = new ArrayList<>();
    for (Piece piece : pieces) {
      String text = piece.isName() ? captured.get(piece.text()) : piece.text();
      int last = parts.size() - 1;
      if (last >= 0 && parts.get(last).isCode() == piece.isCode()) {
        parts.set(last, new Note.Part(parts.get(last).text() + text, piece.isCode()));
      } else {
        parts.add(new Note.Part(text, piece.isCode()));
      }
    }
    return parts;
  }
}
