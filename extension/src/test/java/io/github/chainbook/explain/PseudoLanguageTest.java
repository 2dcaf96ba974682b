package io.github.chainbook.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePatternUtil;
import com.ibm.icu.text.MessagePatternUtil.ArgNode;
import com.ibm.icu.text.MessagePatternUtil.MessageContentsNode;
import com.ibm.icu.text.MessagePatternUtil.MessageNode;
import com.ibm.icu.text.MessagePatternUtil.TextNode;
import com.ibm.icu.text.MessagePatternUtil.VariantNode;
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
              } else {
                out.append((char) c);
              }
            });
    return out.toString();
  }

  private static String pattern(MessageNode message) {
    List<MessageContentsNode> parts = new ArrayList<>(message.getContents());
    Collections.reverse(parts);
    StringBuilder out = new StringBuilder();
    for (MessageContentsNode part : parts) {
      if (part instanceof TextNode text) {
        out.append(other(text.getText()));
      } else if (part instanceof ArgNode slot && slot.getComplexStyle() == null) {
        out.append('{').append(slot.getName()).append('}');
      } else if (part instanceof ArgNode choice) {
        out.append('{').append(choice.getName()).append(", ").append(choice.getTypeName());
        out.append(",");
        for (VariantNode variant : choice.getComplexStyle().getVariants()) {
          out.append(" ").append(variant.getSelector());
          out.append(" {").append(pattern(variant.getMessage())).append("}");
        }
        out.append('}');
      }
    }
    return out.toString();
  }

  private static Messages pseudo() {
    Map<String, String> patterns = new TreeMap<>(Messages.english().patterns());
    // Which keys share words is no matter of a language.
    patterns.keySet().removeIf(key -> key.startsWith("words."));
    patterns.replaceAll((key, english) -> pattern(MessagePatternUtil.buildMessageNode(english)));
    return Messages.withEnglish(Locale.ROOT, patterns);
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
    assertThat(pseudo).startsWith(".").endsWith(other("sent by user "));
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
