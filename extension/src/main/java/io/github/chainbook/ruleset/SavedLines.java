package io.github.chainbook.ruleset;

import io.github.chainbook.text.ByteLines;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.catalogue.BuiltIn;
import java.util.List;

/**
 * Reads the rules of a large dump, which are of few forms: what a form says is understood once, and
 * of each line no more is looked at than whether it has that form. What is wrong, or written as
 * iptables-save does not print it, is not read here at all.
 */
final class SavedLines {

  /** So short that no word and no number of words is too large for iptables. */
  private static final int LONGEST = 400;

  /** Where the name of a chain stands, behind {@code -A} and a blank. */
  private static final int CHAIN = 3;

  /** A dump of which more lines have to be understood is none that repeats itself. */
  private static final int MOST_FORMS = 1000;

  private final ByteLines letters;
  private final List<String> lines;
  private final NameMap<ChainBuilder> chains;
  private final LineLearner learner;

  // A chain's own name may forbid what others may ask for.
  private final LineForms forms;
  private final LineForms formsWithoutIn;
  private final LineForms formsWithoutOut;
  private int learned;
  private ChainBuilder chain;

  /**
   * A reader.
   *
   * @param setting where the rules stand, whichever chain they are of
   * @param lines the lines of the dump
   * @param letters the same, to look at
   * @param chains the chains of the table
   */
  SavedLines(
      RuleSetting setting, List<String> lines, ByteLines letters, NameMap<ChainBuilder> chains) {
    this.lines = lines;
    this.letters = letters;
    this.chains = chains;
    this.learner = new LineLearner(setting, chains, new WordCache());
    this.forms = new LineForms(chains, LONGEST);
    this.formsWithoutIn = new LineForms(chains, LONGEST);
    this.formsWithoutOut = new LineForms(chains, LONGEST);
  }

  /** The rule of a line that begins with {@code -A} and a blank; null where it is not for here. */
  SavedRule find(int index) {
    byte[] text = letters.bytes();
    int start = letters.start(index) + CHAIN;
    int to = behindLast(text, start, letters.end(index));
    int end = LineForms.endOfWord(text, start, to);
    chain = to - start > LONGEST ? null : chains.get(text, start, end);
    if (chain == null) {
      return null;
    }
    LineForms own = forms(chain.refused());
    LineForm form = own.find(text, end, to);
    if (form == null && learned < MOST_FORMS && own.hasRoom()) {
      learned++;
      learner.learn(line(index), own);
      form = own.find(text, end, to);
    }
    if (form == null) {
      return null;
    }
    return new SavedRule(this, index, form, own.led());
  }

  /** Whether a rule understands this word as the name of a chain wherever one may stand. */
  static boolean isPlainName(String name) {
    return !name.isEmpty() && name.charAt(0) != '-' && name.charAt(0) != '!';
  }

  /** The chain of the rule that was found last. */
  ChainBuilder chain() {
    return chain;
  }

  /** What the line of a rule says that was found. */
  ParsedRule read(int index) {
    return learner.read(line(index));
  }

  private LineForms forms(OptionSpec<?> refused) {
    if (refused == null) {
      return forms;
    }
    return refused == BuiltIn.IN ? formsWithoutIn : formsWithoutOut;
  }

  private String line(int index) {
    return DumpReading.withoutTrailingBlanks(lines.get(index));
  }

  private static int behindLast(byte[] text, int from, int to) {
    int end = to;
    while (end > from && DumpReading.isBlank((char) text[end - 1])) {
      end--;
    }
    return end;
  }
}
