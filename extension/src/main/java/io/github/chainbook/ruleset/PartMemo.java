package io.github.chainbook.ruleset;

/** Parts of one form, of which those that were met last need not be read again. */
final class PartMemo {

  private static final int SIZE = 256;

  private final PartForm form;
  private final int word;
  private final OptionCache options;
  private final RulePart[] known;

  /**
   * No parts yet.
   *
   * @param word which word of the line names the match or target
   */
  PartMemo(PartForm form, int word, OptionCache options) {
    this.form = form;
    this.word = word;
    this.options = options;
    this.known = new RulePart[form.waiting().isEmpty() ? 1 : SIZE];
  }

  PartForm form() {
    return form;
  }

  int word() {
    return word;
  }

  /**
   * The part of a line that has this form; null where its values are not for it.
   *
   * @param from the indices of the line's values
   * @param to the indices behind them
   * @param first the first of them that is this part's
   * @param hash a hash of the part's values
   */
  RulePart find(String line, int[] from, int[] to, int first, int hash) {
    int slot = (hash ^ hash >>> 16) & known.length - 1;
    RulePart part = known[slot];
    if (part == null || !part.hasValues(line, from, to, first)) {
      String[] values = new String[form.waiting().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = line.substring(from[first + i], to[first + i]);
      }
      part = form.read(values, options);
      known[slot] = part;
    }
    return part;
  }
}
