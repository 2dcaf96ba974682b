package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.RuleContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the form of a line that appends a rule as iptables-save prints it: options that need no
 * extension, then matches, then the target.
 */
final class LineLearner {

  private final RuleSetting setting;
  private final LineForms forms;
  private final WordCache words = new WordCache();
  private boolean odd;

  LineLearner(RuleSetting setting, LineForms forms) {
    this.setting = setting;
    this.forms = forms;
  }

  /** Keeps the form of a line from an index on, if it has one. */
  void learn(String line, int start) {
    List<Token> tokens = Tokenizer.split(line.substring(start), words).tokens();
    List<LineForms.Role> roles = new ArrayList<>();
    List<PartMemo> parts = new ArrayList<>();
    RuleContext context = setting.context();
    boolean jumps = false;
    for (int from = 0; from < tokens.size(); ) {
      int to = partEnd(tokens, from);
      List<Token> part = tokens.subList(from, to);
      jumps = isJump(part);
      if (jumps) {
        roles.add(LineForms.Role.WORD);
        roles.add(LineForms.Role.CHAIN);
      } else {
        PartForm form = form(part, context);
        if (form == null || isMisplaced(form, from, to == tokens.size())) {
          return;
        }
        parts.add(new PartMemo(form, wordAt(tokens, form.column()), setting.options()));
        addRoles(form, part.size(), roles);
        context = form.context();
      }
      if (jumps && to < tokens.size()) {
        return;
      }
      from = to;
    }
    forms.add(new LineForm(parts, jumps), tokens, roles);
  }

  private static int wordAt(List<Token> tokens, int column) {
    int i = 0;
    while (i < tokens.size() && tokens.get(i).column() != column) {
      i++;
    }
    return i;
  }

  // The next part begins with -m, -j or -g.
  private static int partEnd(List<Token> tokens, int from) {
    int i = from + 1;
    while (i < tokens.size() && !begins(tokens.get(i))) {
      i++;
    }
    return i;
  }

  private static boolean begins(Token token) {
    return token.is("-m") || token.is("-j") || token.is("-g");
  }

  private boolean isJump(List<Token> part) {
    return part.size() == 2
        && part.get(0).is("-j")
        && !part.get(1).quoted()
        && !part.get(1).isOption()
        && !part.get(1).text().startsWith("!")
        && !setting.catalogue().isVerdict(part.get(1).text())
        && setting.isChain().test(part.get(1).text());
  }

  private static boolean isMisplaced(PartForm form, int from, boolean last) {
    return switch (form.kind()) {
      case PLAIN -> from > 0;
      case MATCH -> false;
      case TARGET -> !last;
    };
  }

  private static void addRoles(PartForm form, int size, List<LineForms.Role> roles) {
    int first = roles.size();
    for (int i = 0; i < size; i++) {
      roles.add(LineForms.Role.WORD);
    }
    for (PartForm.Waiting option : form.waiting()) {
      roles.set(first + option.word(), LineForms.Role.VALUE);
    }
  }

  // A negation that ends a part would belong to the next one.
  private PartForm form(List<Token> part, RuleContext context) {
    odd = part.get(part.size() - 1).is("!");
    RuleSetting own = setting.in(context, remark -> odd = true);
    try {
      PartForm form = PartForm.of(own, RuleParser.draft(own, part, 0), part);
      return odd ? null : form;
    } catch (SyntaxError e) {
      return null;
    }
  }
}
