package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.PlainWord;
import io.github.chainbook.xtables.RuleOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the form of a line that appends a rule: which of its words may be others without the rule
 * being more or less right.
 *
 * @param setting where the rules stand, whichever chain they are of
 * @param chains the chains of the table
 * @param cache words that were met before, by whichever thread
 */
record LineLearner(RuleSetting setting, NameMap<ChainBuilder> chains, WordCache cache) {

  /** How many words stand before the rule: {@code -A} and the chain's name. */
  private static final int BEFORE = 2;

  /** What is read of a line. */
  private record Line(List<Token> tokens, RuleDraft draft, List<ParsedRule> rules, boolean odd) {

    boolean isSingle() {
      return !odd
          && rules.size() == 1
          && rules.get(0).counters().isEmpty()
          && draft.lists().isEmpty()
          && (draft.target() == null || SavedLines.isPlainName(draft.target().text()));
    }
  }

  /** Keeps the form of a line among these, if it has one. */
  void learn(String line, LineForms forms) {
    try {
      Line read = readLine(line);
      if (read.isSingle()) {
        keep(read, forms);
      }
    } catch (SyntaxError e) {
      // It says why when it is read by itself.
    }
  }

  /** What a line says that has a form. */
  ParsedRule read(String line) {
    try {
      return readLine(line).rules().get(0);
    } catch (SyntaxError e) {
      throw new IllegalStateException("a line like it was right: " + line, e);
    }
  }

  private Line readLine(String line) throws SyntaxError {
    Tokenizer.Words words = Tokenizer.split(line, cache);
    List<Token> tokens = words.tokens();
    List<RuleSetting.Remark> remarks = new ArrayList<>(0);
    RuleSetting own = setting.in(tokens.get(1).text(), remarks::add);
    RuleDraft draft = RuleParser.draft(own, tokens, BEFORE);
    List<ParsedRule> rules =
        draft.isOfOtherFamily() ? List.of() : new RuleChecks(own, draft).rules();
    boolean odd = words.unclosedQuoteColumn() > 0 || !remarks.isEmpty();
    return new Line(tokens, draft, rules, odd);
  }

  private void keep(Line line, LineForms forms) {
    List<Token> tokens = line.tokens();
    PlainWord[] plain = new PlainWord[tokens.size() + 1];
    Arrays.fill(plain, PlainWord.NONE);
    RuleDraft draft = line.draft();
    note(draft.builtIns(), tokens, plain);
    draft.modules().forEach(module -> note(module, tokens, plain));
    if (draft.targetOptions() != null) {
      note(draft.targetOptions(), tokens, plain);
    }
    int chain = wordOfChain(draft, tokens);
    LineForm.Builder form = new LineForm.Builder();
    for (int i = BEFORE; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      byte[] letters = ascii(token.text());
      LineForm.Slot slot =
          i == chain
              ? LineForm.Slot.CHAIN
              : new LineForm.Slot(
                  plain[i], plain[i].kind(letters, 0, letters.length), token.quoted());
      if (slot.behind(letters, 0, letters.length) == letters.length
          && (i == chain || slot.kind() > 0)) {
        form.slot(slot);
      } else if (token.quoted() || !isAscii(token.text())) {
        return;
      } else {
        form.word(token.text());
      }
    }
    forms.add(form.build(line.rules().get(0)));
  }

  // The name may hang on -j, and then it is a part of a word.
  private int wordOfChain(RuleDraft draft, List<Token> tokens) {
    Token target = draft.target();
    boolean isChain =
        target != null
            && draft.targetOptions() == null
            && !target.quoted()
            && chains.get(target.text()) != null;
    return isChain ? wordAt(tokens, target.column()) : -1;
  }

  private static void note(GivenOptions given, List<Token> tokens, PlainWord[] plain) {
    for (int i = 0; i < given.size(); i++) {
      RuleOption option = given.option(i);
      int word = wordAt(tokens, given.column(i)) + 1;
      if (option.isKnown() && isValue(option.spec(), tokens, word)) {
        plain[word] = option.spec().type().plainWord();
      }
    }
  }

  private static int wordAt(List<Token> tokens, int column) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).column() == column) {
        return i;
      }
    }
    return -1;
  }

  /** The letters of a text, question marks for those that are not ASCII. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean isAscii(String text) {
    return text.equals(new String(ascii(text), StandardCharsets.US_ASCII));
  }

  // A value may hang on its option, or be left out.
  private static boolean isValue(OptionSpec<?> spec, List<Token> tokens, int word) {
    return word > 0
        && word < tokens.size()
        && spec.values() == 1
        && !spec.type().isOptional()
        && spec.isCalled(tokens.get(word - 1).text());
  }
}
