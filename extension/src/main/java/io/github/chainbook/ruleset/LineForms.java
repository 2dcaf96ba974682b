package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.PlainWord;
import java.util.Arrays;
import java.util.List;

/**
 * The forms of lines that were met, found by a line's words: a tree whose branches are words,
 * whatever plain word of a kind stands where an option waits for its value, or whatever chain is
 * led to.
 */
final class LineForms {

  private static final int MOST_BRANCHES = 40;

  /** A place between two words. */
  private static final class Node {
    private byte[][] words = {};
    private Node[] behind = {};
    private PlainWord plain = PlainWord.NONE;
    private Node[] kinds = {};
    private Node chain;
    private LineForm form;

    Node grow(byte[] word) {
      int size = words.length;
      for (int i = 0; i < size; i++) {
        if (Arrays.equals(words[i], word)) {
          return behind[i];
        }
      }
      if (size == MOST_BRANCHES) {
        return null;
      }
      words = Arrays.copyOf(words, size + 1);
      behind = Arrays.copyOf(behind, size + 1);
      words[size] = word;
      behind[size] = new Node();
      return behind[size];
    }

    Node grow(PlainWord type, int kind) {
      plain = type;
      kinds = Arrays.copyOf(kinds, PlainWord.LAST_KIND + 1);
      kinds[kind] = kinds[kind] == null ? new Node() : kinds[kind];
      return kinds[kind];
    }

    Node growChain() {
      chain = chain == null ? new Node() : chain;
      return chain;
    }
  }

  private final Node root = new Node();
  private final ChainNames chains;
  private int end;
  private ChainBuilder led;

  /** No forms yet. */
  LineForms(ChainNames chains) {
    this.chains = chains;
  }

  /**
   * The form of a line; null where it is not known.
   *
   * @param text printable ASCII in all that was met so far
   * @param from the index of the line's first word that counts
   * @param to the index behind its last
   */
  LineForm find(byte[] text, int from, int to) {
    led = null;
    Node node = root;
    int i = from;
    while (i < to) {
      node = behind(node, text, i, to);
      if (node == null) {
        return null;
      }
      i = end + 1;
    }
    return node.form;
  }

  /** The chain that the line leads to whose form was found and leads elsewhere. */
  ChainBuilder led() {
    return led;
  }

  // Leaves behind where the word ends.
  private Node behind(Node node, byte[] text, int from, int to) {
    byte[][] words = node.words;
    for (int w = 0; w < words.length; w++) {
      if (isWord(words[w], text, from, to)) {
        end = from + words[w].length;
        return node.behind[w];
      }
    }
    if (node.plain != PlainWord.NONE) {
      return behindValue(node, text, from, to);
    }
    if (node.chain != null) {
      end = endOfWord(text, from, to);
      led = chains.find(text, from, end);
      return led == null ? null : node.chain;
    }
    return null;
  }

  private static boolean isWord(byte[] word, byte[] text, int from, int to) {
    int end = from + word.length;
    if (end > to || end < to && text[end] != ' ') {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (word[i] != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  private Node behindValue(Node node, byte[] text, int from, int to) {
    boolean quoted = text[from] == '"';
    int first = quoted ? from + 1 : from;
    int last = quoted ? closingQuote(text, first, to) : endOfWord(text, first, to);
    end = quoted ? last + 1 : last;
    boolean word = last > first && (end == to || end < to && text[end] == ' ');
    return word && isPlain(text, first, last, quoted)
        ? node.kinds[node.plain.kind(text, first, last)]
        : null;
  }

  /** Whether a word is what it looks like, and neither an option nor a negation. */
  private static boolean isPlain(byte[] text, int from, int to, boolean quoted) {
    if (!quoted && (text[from] == '-' || text[from] == '!')) {
      return false;
    }
    for (int i = from; i < to; i++) {
      byte c = text[i];
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static int closingQuote(byte[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] != '"') {
      i++;
    }
    return i;
  }

  /** The index behind a word. */
  static int endOfWord(byte[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] != ' ') {
      i++;
    }
    return i;
  }

  /**
   * A word of a line whose form is to be kept.
   *
   * @param letters its text, in ASCII
   * @param plain which of the words that may stand here are alike
   * @param isChain whether another chain may stand here
   */
  record Word(byte[] letters, boolean quoted, PlainWord plain, boolean isChain) {

    private int kind() {
      return letters.length > 0 && isPlain(letters, 0, letters.length, quoted)
          ? plain.kind(letters, 0, letters.length)
          : 0;
    }
  }

  /** Keeps the form of a line with these words. */
  void add(LineForm form, List<Word> words) {
    Node node = root;
    for (int i = 0; i < words.size() && node != null; i++) {
      Word word = words.get(i);
      int kind = word.kind();
      if (word.isChain()) {
        node = node.growChain();
      } else if (kind > 0) {
        node = node.grow(word.plain(), kind);
      } else {
        node = word.quoted() ? null : node.grow(word.letters());
      }
    }
    if (node != null) {
      node.form = form;
    }
  }
}
