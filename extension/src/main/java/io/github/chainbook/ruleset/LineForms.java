package io.github.chainbook.ruleset;

import java.util.Arrays;
import java.util.List;

/**
 * The forms of lines that were met, found by a line's words: a tree whose branches are words,
 * whatever word stands where an option waits for its value, or whatever chain is jumped to.
 */
final class LineForms {

  private static final int MOST_BRANCHES = 40;

  /** A place between two words. */
  private static final class Node {
    private String[] words = {};
    private Node[] behind = {};
    private Node value;
    private Node chain;
    private LineForm form;

    Node grow(String word) {
      int known = Arrays.asList(words).indexOf(word);
      if (known >= 0) {
        return behind[known];
      }
      int size = words.length;
      if (size == MOST_BRANCHES) {
        return null;
      }
      words = Arrays.copyOf(words, size + 1);
      behind = Arrays.copyOf(behind, size + 1);
      words[size] = word;
      behind[size] = new Node();
      return behind[size];
    }
  }

  /** What a word of a line is. */
  enum Role {
    WORD,
    VALUE,
    CHAIN
  }

  private final Node root = new Node();
  private final ChainNames chains;
  private final int[] from;
  private final int[] to;
  private final int[] hashes;
  private final int[] starts;
  private int words;
  private int count;
  private String target;
  private int targetAt;

  /**
   * No forms yet.
   *
   * @param longest how many characters a line has at most
   */
  LineForms(ChainNames chains, int longest) {
    this.chains = chains;
    this.from = new int[longest];
    this.to = new int[longest];
    this.hashes = new int[longest];
    this.starts = new int[longest];
  }

  /** The form of a line from an index on; null where it is not known. */
  LineForm find(String line, int start) {
    count = 0;
    words = 0;
    target = null;
    Node node = root;
    int length = line.length();
    int i = start;
    while (i < length) {
      Node next = null;
      starts[words++] = i;
      if (node.value != null) {
        i = value(line, i);
        next = i < 0 ? null : node.value;
      } else {
        String[] known = node.words;
        for (int w = 0; w < known.length && next == null; w++) {
          int end = i + known[w].length();
          if (line.startsWith(known[w], i) && (end == length || line.charAt(end) == ' ')) {
            next = node.behind[w];
            i = end;
          }
        }
        if (next == null && node.chain != null) {
          i = chain(line, i);
          next = i < 0 ? null : node.chain;
        }
      }
      if (next == null) {
        return null;
      }
      node = next;
      i++;
    }
    return node.form;
  }

  // Returns where the word ends, or -1 for a word that is to be looked at more closely.
  private int value(String line, int start) {
    boolean quoted = line.charAt(start) == '"';
    char last = quoted ? '"' : ' ';
    int length = line.length();
    int hash = 0;
    int i = quoted ? start + 1 : start;
    int first = i;
    for (; i < length; i++) {
      char c = line.charAt(i);
      if (c == last) {
        break;
      }
      if (c < ' ' || c > '~' || c == '\\' || c == '"') {
        return -1;
      }
      hash = 31 * hash + c;
    }
    boolean negation = !quoted && i - first == 1 && line.charAt(first) == '!';
    boolean unclosed = quoted && i == length;
    int end = quoted ? i + 1 : i;
    if (negation || unclosed || i == first || end < length && line.charAt(end) != ' ') {
      return -1;
    }
    from[count] = first;
    to[count] = i;
    hashes[count++] = hash;
    return end;
  }

  private int chain(String line, int start) {
    target = chains.find(line, start);
    targetAt = start;
    return target == null ? -1 : start + target.length();
  }

  /** Where a word of the line stands whose form was found. */
  int column(int word) {
    return starts[word] + 1;
  }

  /** A part of the line whose form was found; null where its values are not for it. */
  RulePart part(String line, PartMemo memo, int first) {
    int hash = 0;
    int end = first + memo.form().waiting().size();
    for (int i = first; i < end; i++) {
      hash = 31 * hash + hashes[i];
    }
    return memo.find(line, from, to, first, hash);
  }

  /** The chain that the line jumps to, whose form was found and says that it does. */
  Target target() {
    return new Target(target, Target.Kind.JUMP, targetAt + 1, List.of());
  }

  /**
   * Keeps a form.
   *
   * @param tokens the line's words
   * @param roles what they are
   */
  void add(LineForm form, List<Token> tokens, List<Role> roles) {
    Node node = root;
    for (int i = 0; i < tokens.size() && node != null; i++) {
      switch (roles.get(i)) {
        case VALUE -> {
          node.value = node.value == null ? new Node() : node.value;
          node = node.value;
        }
        case CHAIN -> {
          node.chain = node.chain == null ? new Node() : node.chain;
          node = node.chain;
        }
        case WORD -> node = tokens.get(i).quoted() ? null : node.grow(tokens.get(i).text());
      }
    }
    if (node != null) {
      node.form = form;
    }
  }
}
