package io.github.chainbook.ruleset;

import java.util.ArrayList;
import java.util.List;

/** The forms of lines that were met. */
final class LineForms {

  /** With more of them a line is as soon read as found to be of one. */
  private static final int MOST = 200;

  private final NameMap<ChainBuilder> chains;
  private final int[] starts;
  private final List<LineForm> forms = new ArrayList<>();
  private LineForm last;
  private ChainBuilder led;

  /**
   * No forms yet.
   *
   * @param longest how many letters a line has at most
   */
  LineForms(NameMap<ChainBuilder> chains, int longest) {
    this.chains = chains;
    this.starts = new int[longest];
  }

  /**
   * The form of a line; null where it is not known.
   *
   * @param from the index behind the name of the line's chain
   * @param to the index behind its last letter
   */
  LineForm find(byte[] text, int from, int to) {
    led = null;
    // Dumps repeat themselves: what stood below such a line before stands there again.
    LineForm form = last == null ? null : last.next();
    for (int i = 0; form == null || !isOf(form, text, from, to); i++) {
      if (i == forms.size()) {
        return null;
      }
      form = forms.get(i);
    }
    if (last != null) {
      last.next(form);
    }
    last = form;
    return form;
  }

  private boolean isOf(LineForm form, byte[] text, int from, int to) {
    if (!form.isOf(text, starts, from, to)) {
      return false;
    }
    int chain = form.chain();
    if (chain >= 0) {
      int start = starts[chain];
      led = chains.get(text, start, endOfWord(text, start, to));
      return led != null;
    }
    return true;
  }

  /** The chain that the line leads to whose form was found; null where the form says it. */
  ChainBuilder led() {
    return led;
  }

  /** The index behind a word. */
  static int endOfWord(byte[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] != ' ') {
      i++;
    }
    return i;
  }

  /** Whether another form may be kept. */
  boolean hasRoom() {
    return forms.size() < MOST;
  }

  /** Keeps a form. */
  void add(LineForm form) {
    forms.add(form);
  }
}
