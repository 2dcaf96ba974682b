package io.github.chainbook.figure.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures text in the cells of a fixed-width font: one for most characters, two for East Asian
 * wide ones and for emoji (Unicode Standard Annex 11), none for what combines with the character
 * before it. So no measure depends on a machine's fonts.
 */
public final class Cells {

  /** Stands where a text goes on that is not shown. */
  public static final String ELLIPSIS = "…";

  /** First and last code points of ranges that are two cells wide, in rising order. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x2648, 0x2653,
    0x26A1, 0x26A1, 0x2705, 0x2705, 0x274C, 0x274C, 0x2753, 0x2757, 0x2795, 0x2797, 0x2E80, 0x303E,
    0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
    0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18CFF, 0x1B000, 0x1B2FF, 0x1F000,
    0x1FAFF, 0x20000, 0x3FFFD
  };

  private Cells() {}

  /** How many cells a text takes. */
  public static int of(String text) {
    return text.codePoints().map(Cells::of).sum();
  }

  /** How many cells a character takes: 0, 1 or 2. */
  public static int of(int c) {
    if (c < 0x300) {
      return 1;
    }
    boolean combines =
        switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
          default -> false;
        };
    return combines ? 0 : isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    for (int i = 0; i < WIDE.length && WIDE[i] <= c; i += 2) {
      if (c <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** The text, or as much of its beginning as fits, with an ellipsis. */
  static String shorten(String text, int cells) {
    return of(text) <= cells ? text : head(text, cells - 1) + ELLIPSIS;
  }

  private static String head(String text, int cells) {
    int width = 0;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      width += of(c);
      if (width > cells) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  /**
   * Breaks parts of a text into lines: between parts where that is possible, else at a blank, else
   * within a word.
   *
   * @param cells the most cells of a line, at least 2
   * @param most the most lines; the last one ends with an ellipsis if there is more
   */
  static List<String> wrap(List<String> parts, int cells, int most) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String part : parts) {
      for (String piece : of(part) <= cells ? List.of(part) : pieces(part, cells)) {
        String longer = line.isEmpty() ? piece : line + " " + piece;
        if (of(longer) <= cells) {
          line = longer;
        } else {
          lines.add(line);
          line = piece;
        }
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    if (lines.size() <= most) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, most));
    String last = kept.get(most - 1);
    kept.set(most - 1, head(last, cells - 1) + ELLIPSIS);
    return kept;
  }

  private static List<String> pieces(String part, int cells) {
    List<String> pieces = new ArrayList<>();
    for (String word : part.split(" ", -1)) {
      String rest = word;
      while (of(rest) > cells) {
        String piece = head(rest, cells);
        pieces.add(piece);
        rest = rest.substring(piece.length());
      }
      pieces.add(rest);
    }
    return pieces;
  }
}
