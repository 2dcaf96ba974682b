package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.PlainWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What lines have in common that append rules and differ in nothing but the names of chains and
 * plain words of the same kinds.
 */
final class LineForm {

  /**
   * A word that may be another.
   *
   * @param plain which words are alike; none for the name of a chain
   * @param kind the kind that it is of
   * @param quoted whether it stands in quotes
   */
  record Slot(PlainWord plain, int kind, boolean quoted) {

    /** A word that may be the name of any chain. */
    static final Slot CHAIN = new Slot(PlainWord.NONE, 0, false);

    boolean isChain() {
      return plain == PlainWord.NONE;
    }

    /** The index behind such a word that begins at an index; -1 where none does. */
    int behind(byte[] text, int from, int to) {
      char last = quoted ? '"' : ' ';
      int end = from;
      while (end < to && text[end] != last) {
        if (!isPlain(text[end])) {
          return -1;
        }
        end++;
      }
      return end > from && (quoted || !looksLikeOption(text[from])) && isOfKind(text, from, end)
          ? end
          : -1;
    }

    private static boolean isPlain(byte c) {
      return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }

    private static boolean looksLikeOption(byte first) {
      return first == '-' || first == '!';
    }

    private boolean isOfKind(byte[] text, int from, int to) {
      return isChain() || plain.kind(text, from, to) == kind;
    }
  }

  /** The letters of the words that are the same, cut where one stands that may be another. */
  static final class Builder {
    private final List<byte[]> letters = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    /** Adds a word that is the same in each line, in ASCII and without quotes. */
    void word(String word) {
      open.append(' ').append(word);
    }

    /** Adds a word that may be another. */
    void slot(Slot slot) {
      close(slot.quoted() ? " \"" : " ");
      slots.add(slot);
      open.append(slot.quoted() ? "\"" : "");
    }

    private void close(String end) {
      letters.add(LineLearner.ascii(open.append(end).toString()));
      open.setLength(0);
    }

    LineForm build(ParsedRule like) {
      close("");
      return new LineForm(letters.toArray(new byte[0][]), slots.toArray(new Slot[0]), like);
    }
  }

  private final byte[][] letters;
  private final Slot[] slots;
  private final ParsedRule like;

  /** The form that the line had which stood below one of this form last. */
  private LineForm next = this;

  private Set<String> asked;
  private boolean fitsAsked;

  private LineForm(byte[][] letters, Slot[] slots, ParsedRule like) {
    this.letters = letters;
    this.slots = slots;
    this.like = like;
  }

  /** The rule of one of the lines; the others end walks and fit hooks as it does. */
  ParsedRule like() {
    return like;
  }

  /** What {@link ParsedRule#fits} says of its lines, which one thread asks many times. */
  boolean fits(Set<String> hooks) {
    if (hooks != asked) {
      fitsAsked = like.fits(hooks);
      asked = hooks;
    }
    return fitsAsked;
  }

  LineForm next() {
    return next;
  }

  void next(LineForm form) {
    next = form;
  }

  /**
   * Whether a line has this form.
   *
   * @param starts where to put the index of each word that may be another
   * @param from the index behind the name of the line's chain
   * @param to the index behind its last letter
   */
  boolean isOf(byte[] text, int[] starts, int from, int to) {
    int i = from;
    for (int s = 0; s <= slots.length; s++) {
      byte[] same = letters[s];
      int end = i + same.length;
      if (end > to || !Arrays.equals(text, i, end, same, 0, same.length)) {
        return false;
      }
      i = end;
      if (s < slots.length) {
        starts[s] = i;
        i = slots[s].behind(text, i, to);
        if (i < 0) {
          return false;
        }
      }
    }
    return i == to;
  }

  /** Which of the words that may be others names the chain that the line leads to; -1 for none. */
  int chain() {
    int s = slots.length - 1;
    while (s >= 0 && !slots[s].isChain()) {
      s--;
    }
    return s;
  }
}
