package io.github.chainbook.explain.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pattern for a text: {@code *} stands for any text, <code>{name}</code> for any text that is not
 * empty, which the note may repeat, and a backslash takes the meaning of what follows. Where a text
 * could be parted in several ways, what comes first takes as much as it can.
 *
 * <p>It takes no more time than the pattern's length times the text's: both may come from
 * strangers.
 */
public final class Glob {

  private static final String NAME = "[a-z][a-z0-9-]*";

  /** What is longer is nothing that a system which writes rules would write. */
  private static final int LONGEST = 4096;

  /** A piece of the pattern: a letter, or any text, which may have a name. */
  private record Piece(char letter, boolean any, String name) {}

  private final List<Piece> pieces;
  private final String written;
  private final boolean plain;

  private Glob(List<Piece> pieces, String written) {
    this.pieces = List.copyOf(pieces);
    this.written = written;
    this.plain = this.pieces.stream().noneMatch(Piece::any);
  }

  /** Reads a pattern. */
  static Glob parse(String text) throws BadPattern {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        pieces.add(new Piece(text.charAt(++i), false, ""));
      } else if (c == '*') {
        pieces.add(new Piece(c, true, ""));
      } else if (c == '{') {
        int end = text.indexOf('}', i);
        String name = end < 0 ? "" : text.substring(i + 1, end);
        if (!name.matches(NAME)) {
          throw new BadPattern(
              i, "expected a name of small letters such as {service}, or \\{ for the letter");
        }
        pieces.add(new Piece(c, true, name));
        i = end;
      } else {
        pieces.add(new Piece(c, false, ""));
      }
    }
    return new Glob(pieces, text);
  }

  /** The names of what it captures. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    pieces.stream().map(Piece::name).filter(name -> !name.isEmpty()).forEach(names::add);
    return names;
  }

  /** How many letters of a text it fixes: the more, the more special it is. */
  int letters() {
    return (int) pieces.stream().filter(piece -> !piece.any()).count();
  }

  /** Whether only one text matches. */
  boolean isPlain() {
    return plain;
  }

  /** The text with what was captured in its places. */
  String with(Map<String, String> captured) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(piece.name().isEmpty() ? piece.letter() : captured.get(piece.name()));
    }
    return text.toString();
  }

  /** What it captures of a text; empty where the text does not match. */
  Optional<Map<String, String>> match(String text) {
    if (text.length() > LONGEST || !canBegin(text)) {
      return Optional.empty();
    }
    if (isPlain()) {
      return Optional.of(Map.of());
    }
    boolean[][] dead = new boolean[pieces.size() + 1][text.length() + 1];
    int[] ends = new int[pieces.size()];
    if (!match(text, dead, ends)) {
      return Optional.empty();
    }
    Map<String, String> captured = new LinkedHashMap<>();
    int from = 0;
    for (int i = 0; i < pieces.size(); i++) {
      String name = pieces.get(i).name();
      String part = text.substring(from, ends[i]);
      if (!name.isEmpty() && !captured.computeIfAbsent(name, n -> part).equals(part)) {
        return Optional.empty();
      }
      from = ends[i];
    }
    return Optional.of(captured);
  }

  // Most texts differ from most patterns in their first letters.
  private boolean canBegin(String text) {
    for (int i = 0; i < pieces.size() && !pieces.get(i).any(); i++) {
      if (i >= text.length() || text.charAt(i) != pieces.get(i).letter()) {
        return false;
      }
    }
    return !isPlain() || text.length() == pieces.size();
  }

  // Goes on with the longest text for a piece; where that leads nowhere, back to a shorter one. A
  // place from which it led nowhere once is not tried again.
  private boolean match(String text, boolean[][] dead, int[] ends) {
    int piece = 0;
    int at = 0;
    int[] starts = new int[pieces.size()];
    while (true) {
      boolean ahead = false;
      if (piece == pieces.size()) {
        if (at == text.length()) {
          return true;
        }
      } else if (!dead[piece][at]) {
        Piece next = pieces.get(piece);
        int end =
            next.any()
                ? text.length()
                : at < text.length() && text.charAt(at) == next.letter() ? at + 1 : -1;
        if (end >= at + least(next)) {
          starts[piece] = at;
          ends[piece] = end;
          at = end;
          piece++;
          ahead = true;
        } else {
          dead[piece][at] = true;
        }
      }
      while (!ahead) {
        if (piece == 0) {
          return false;
        }
        piece--;
        Piece last = pieces.get(piece);
        if (last.any() && ends[piece] - 1 >= starts[piece] + least(last)) {
          ends[piece]--;
          at = ends[piece];
          piece++;
          ahead = true;
        } else {
          dead[piece][starts[piece]] = true;
        }
      }
    }
  }

  private static int least(Piece piece) {
    return piece.any() && piece.name().isEmpty() ? 0 : 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && written.equals(glob.written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  @Override
  public String toString() {
    return written;
  }
}
