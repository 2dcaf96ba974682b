package io.github.chainbook.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.PseudoLanguage;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Another language is one file: English with other letters and every message from its end to its
 * begin. Where a word of ours is left, or the order is English, code has spoken.
 */
class PseudoLanguageTest {

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

  @Test
  void noTextComesFromCode() {
    Messages pseudo = PseudoLanguage.messages();
    for (ExampleRules example : ExampleRules.all()) {
      Explanation explanation = example.explained(pseudo);
      String rule = text(example.rule());
      for (Phrase phrase : explanation.phrases()) {
        if (phrase instanceof Phrase.Words words) {
          assertThat(words.text()).as(rule).doesNotContainPattern("[A-Za-z]");
        } else {
          Matcher word = WORD.matcher(phrase.text());
          while (word.find()) {
            assertThat(rule).containsIgnoringCase(word.group());
          }
        }
      }
    }
  }

  private static String text(Rule rule) {
    return RuleText.of(rule).toLowerCase(Locale.ROOT) + " nat filter mangle raw security";
  }

  @Test
  void theOrderIsTheLanguages() {
    ExampleRules example =
        ExampleRules.all().stream()
            .filter(e -> RuleText.of(e.rule()).contains("--uid-owner 1000"))
            .findFirst()
            .orElseThrow();
    String english = example.explained(Messages.english()).text();
    String pseudo = example.explained(PseudoLanguage.messages()).text();
    assertThat(english).contains(": ");
    // What happens stands before what is asked.
    assertThat(pseudo).startsWith(".").endsWith(PseudoLanguage.other("sent by user "));
  }

  @Test
  void whatALanguageLacksIsEnglish() {
    Messages some = Messages.withEnglish(Locale.GERMAN, Map.of("verdict.DROP", "weg damit"));
    assertThat(some.message("verdict.DROP").orElseThrow().fill(Map.of()))
        .containsExactly(new Phrase.Words("weg damit"));
    assertThat(some.message("verdict.ACCEPT")).isPresent();
    assertThat(Messages.find("xx-YY")).isEmpty();
    assertThat(Messages.find("../en")).isEmpty();
    assertThat(Messages.find("en_GB")).isPresent();
    assertThat(Messages.of("xx").patterns()).isEqualTo(Messages.english().patterns());
  }
}
