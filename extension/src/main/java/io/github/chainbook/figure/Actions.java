package io.github.chainbook.figure;

import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.RuleText.Role;
import io.github.chainbook.ruleset.RuleText.Word;
import io.github.chainbook.ruleset.Target;
import java.util.List;

/** What rules do, as figures show it. */
public final class Actions {

  private Actions() {}

  /** What kind of thing a rule does. */
  public static Row.Kind kind(Rule rule) {
    if (rule.target().isEmpty()) {
      return Row.Kind.NONE;
    }
    Target target = rule.target().get();
    return switch (target.kind()) {
      case JUMP -> Row.Kind.JUMP;
      case GOTO -> Row.Kind.GOTO;
      case VERDICT -> target.name().equals("RETURN") ? Row.Kind.RETURN : Row.Kind.TARGET;
      case EXTENSION -> Row.Kind.TARGET;
    };
  }

  /** What a rule does: its target with its options, {@code → CHAIN}, {@code goto CHAIN}. */
  public static String words(Rule rule) {
    if (rule.target().isEmpty()) {
      return "(counts only)";
    }
    Target target = rule.target().get();
    List<String> words =
        RuleText.words(rule).stream()
            .dropWhile(word -> word.role() != Role.TARGET)
            .map(Word::text)
            .toList();
    return switch (target.kind()) {
      case JUMP -> "→\u00a0" + String.join(" ", words);
      case GOTO -> "goto " + String.join(" ", words);
      case VERDICT, EXTENSION -> String.join(" ", words);
    };
  }
}
