package io.github.chainbook.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.explain.Message.Choice;
import io.github.chainbook.explain.Message.Part;
import io.github.chainbook.explain.Message.Slot;
import io.github.chainbook.explain.Message.Text;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Another language is one file: English with other letters and every message from its end to its
 * begin. Where a word of ours is left, or the order is English, code has spoken.
 */
class PseudoLanguageTest {

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

  /** Letters that are none of English. */
  private static String other(String text) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                out.append((char) ('\u0430' + Character.toLowerCase(c) - 'a'));
              } else if (c == '{' || c == '}') {
                out.append('\'').append((char) c).append('\'');
              } else {
                out.append((char) c);
              }
            });
    return out.toString();
  }

  private static String pattern(Message message) {
    List<Part> parts = new ArrayList<>(message.parts());
    Collections.reverse(parts);
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Text text) {
        out.append(other(text.text()));
      } else if (part instanceof Slot slot) {
        out.append('{').append(slot.name()).append('}');
      } else if (part instanceof Choice choice) {
        out.append('{').append(choice.name()).append(", select,");
        new TreeMap<>(choice.variants())
            .forEach((kind, m) -> out.append(' ').append(kind + " {" + pattern(m) + "}"));
        out.append('}');
      }
    }
    return out.toString();
  }

  private static Messages pseudo() {
    Map<String, String> patterns = new TreeMap<>();
    Messages.english()
        .patterns()
        .forEach((key, english) -> patterns.put(key, pattern(Message.parse(english))));
    return Messages.withEnglish(patterns);
  }

  @Test
  void noTextComesFromCode() {
    Messages pseudo = pseudo();
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
    String pseudo = example.explained(pseudo()).text();
    assertThat(english).contains(": ");
    // What happens stands before what is asked.
    assertThat(pseudo).startsWith(".").endsWith(other("sent by user ").substring(0, 8));
  }

  @Test
  void whatALanguageLacksIsEnglish() {
    Messages some = Messages.withEnglish(Map.of("verdict.DROP", "weg damit"));
    assertThat(some.message("verdict.DROP").orElseThrow().fill(Map.of()))
        .containsExactly(new Phrase.Words("weg damit"));
    assertThat(some.message("verdict.ACCEPT")).isPresent();
    assertThat(Messages.find("xx-YY")).isEmpty();
    assertThat(Messages.find("../en")).isEmpty();
    assertThat(Messages.find("en_GB")).isPresent();
    assertThat(Messages.of("xx").patterns()).isEqualTo(Messages.english().patterns());
  }
}
