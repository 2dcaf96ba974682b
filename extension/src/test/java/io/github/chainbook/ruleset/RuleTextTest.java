package io.github.chainbook.ruleset;

import static io.github.chainbook.ruleset.Dumps.filter;
import static io.github.chainbook.ruleset.Dumps.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.RuleText.Role;
import io.github.chainbook.ruleset.RuleText.Word;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RuleTextTest {

  @Test
  void wordsKnowWhatTheyAre() {
    Rule rule =
        first(filter("-A OUTPUT ! -d 10.0.0.1 -m owner --uid-owner 0 -j LOG --log-prefix \"a b\""));
    assertThat(RuleText.words(rule))
        .containsExactly(
            new Word("!", Role.NEGATION),
            new Word("-d", Role.OPTION),
            new Word("10.0.0.1/32", Role.VALUE),
            new Word("-m owner", Role.MODULE),
            new Word("--uid-owner", Role.OPTION),
            new Word("0", Role.VALUE),
            new Word("-j", Role.TARGET_OPTION),
            new Word("LOG", Role.TARGET),
            new Word("--log-prefix", Role.OPTION),
            new Word("\"a b\"", Role.VALUE));
  }

  @Test
  void aRuleThatAsksAndDoesNothingIsItsChainAlone() {
    Table table = table(filter("-A INPUT"));
    Chain chain = table.chain("INPUT").orElseThrow();
    assertThat(RuleText.line(chain, chain.rules().get(0))).isEqualTo("-A INPUT");
  }

  @Property
  void everyCommentComesBack(@ForAll @StringLength(max = 80) String comment) {
    // Behind 255 bytes a comment is cut.
    String line = comment.replaceAll("[\r\n\0]", "");
    String quoted = '"' + line.replaceAll("[\"\\\\]", "\\\\$0") + '"';
    Rule rule = first(filter("-A INPUT -m comment --comment " + quoted));
    assertThat(rule.matchOptions()).singleElement().matches(o -> o.word().equals(line));
    Rule again = first(filter("-A INPUT " + RuleText.of(rule)));
    assertThat(again.matchOptions()).singleElement().matches(o -> o.word().equals(line));
  }

  @Property
  void everyValueOfAnUnknownOptionComesBack(@ForAll @StringLength(max = 300) String value) {
    String line = value.replaceAll("[\r\n\0]", "");
    String quoted = '"' + line.replaceAll("[\"\\\\]", "\\\\$0") + '"';
    Rule rule = first(filter("-A INPUT -m nosuch --some " + quoted));
    Rule again = first(filter("-A INPUT " + RuleText.of(rule)));
    assertThat(again.matches()).isEqualTo(rule.matches());
  }

  private static Rule first(String text) {
    return table(text).chains().get(0).rules().get(0);
  }
}
