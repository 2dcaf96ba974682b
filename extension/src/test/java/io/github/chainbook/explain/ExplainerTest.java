package io.github.chainbook.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Dumps;
import io.github.chainbook.ruleset.GeneratedDump;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.words.Phrase.ChainName;
import io.github.chainbook.words.Phrase.Code;
import io.github.chainbook.words.Phrase.Key;
import io.github.chainbook.words.Phrase.Words;
import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExplainerTest {

  @Test
  void phrasesKnowWhatTheyAre() {
    assertThat(explain("-A OUTPUT -p tcp -m tcp --dport 80 -m x --y z -j U").phrases())
        .containsExactly(
            new Key("TCP"),
            new Words(" to port "),
            new Key("80"),
            new Words(", where "),
            new Code("-m x --y z"),
            new Words(" holds (not known here): continue in "),
            new ChainName("U"),
            new Words("."));
  }

  @Test
  void whatHasNoWordsMakesItIncomplete() {
    assertThat(explain("-A OUTPUT -m owner --uid-owner 0 -j ACCEPT").complete()).isTrue();
    assertThat(explain("-A OUTPUT -m nosuch --uid-owner 0 -j ACCEPT").complete()).isFalse();
    assertThat(explain("-A OUTPUT -j MARK --set-mark 1").complete()).isTrue();
    assertThat(explain("-A OUTPUT -j NOSUCH --set-mark 1").complete()).isFalse();
    assertThat(explain("-A OUTPUT -m nosuch").complete()).isFalse();
  }

  @Test
  void namesOfTheRuleKeepTheirCase() {
    assertThat(explain("-A OUTPUT -m comment --comment x").text()).startsWith("Everything");
    assertThat(explain("-A OUTPUT -m x --y").text())
        .isEqualTo(
            "Where -m x --y holds (not known here): only count the connection and go on to the next rule.");
  }

  /** A rule that counts first and looks at the port then counts packets to other ports too. */
  @Test
  void whatIsAskedBehindAMatchThatRemembersIsSaidBehindIt() {
    String port = " -m tcp --dport 80 -j U";
    for (String remembers :
        List.of(
            "limit --limit 1/sec",
            "set --match-set s src",
            "quota --quota 9",
            "statistic --mode nth --every 2 --packet 0")) {
      assertThat(explain("-A OUTPUT -p tcp -m " + remembers + port).text())
          .contains(", to port 80: ");
    }
    for (String none : List.of("mark --mark 1", "time --timestart 10:00 --timestop 11:00")) {
      assertThat(explain("-A OUTPUT -p tcp -m " + none + port).text()).startsWith("TCP to port 80");
    }
  }

  @Property
  void describedRulesAreExplainedInOneSentence(@ForAll Random random) {
    for (Table table : Dumps.read(GeneratedDump.of(random)).ruleset().tables()) {
      Explainer explainer = new Explainer(Family.IPV4, table);
      for (Chain chain : table.chains()) {
        for (Rule rule : chain.rules()) {
          Explanation explanation = explainer.explain(chain, rule);
          assertThat(explanation.complete()).as(explanation.text()).isTrue();
          String ours =
              String.join(
                  "",
                  explanation.phrases().stream()
                      .map(phrase -> phrase instanceof Code ? "?" : phrase.text())
                      .toList());
          assertThat(ours).endsWith(".").doesNotContain("  ").contains(": ");
        }
      }
    }
  }

  @Property
  void everyValueCanBeExplained(@ForAll("options") String option, @ForAll String value) {
    String quoted = '"' + value.replaceAll("[\r\n\0]", "").replaceAll("[\"\\\\]", "\\\\$0") + '"';
    assertThat(explain("-A OUTPUT " + String.format(option, quoted)).text()).isNotBlank();
  }

  @Provide
  Arbitrary<String> options() {
    return Arbitraries.of(
        List.of(
            "-p %s",
            "! -p %s",
            "-s %s",
            "-o %s",
            "-p tcp -m tcp --dport %s",
            "-p tcp -m tcp --tcp-flags %1$s %1$s",
            "-m owner --uid-owner %s",
            "-m owner --x",
            "-m comment --comment %s",
            "-j REDIRECT --to-ports %s",
            "-m %s",
            "-j %s",
            "-m x --y %s"));
  }

  private static Explanation explain(String line) {
    Table table = Dumps.read("*nat\n:U - [0:0]\n" + line + "\nCOMMIT\n").ruleset().tables().get(0);
    Chain chain = table.chain("OUTPUT").orElseThrow();
    // A line that cannot be read has no rule; an empty one has the sentence of no conditions.
    Rule rule =
        chain
            .rule(1)
            .orElseGet(
                () ->
                    new Rule(
                        1,
                        new io.github.chainbook.text.Position("t", 1, 1),
                        java.util.Optional.empty(),
                        List.of(),
                        java.util.Optional.empty()));
    return new Explainer(Family.IPV4, table).explain(chain, rule);
  }
}
