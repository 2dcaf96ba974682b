package io.github.chainbook.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.words.Message;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No option of the catalogue is without words, and no words are for what the catalogue lacks. */
class EveryOptionHasWordsTest {

  private static final Messages ENGLISH = Messages.english();

  private static List<Extension> extensions() {
    List<Extension> all = new ArrayList<>();
    for (Family family : Family.values()) {
      Catalogue catalogue = Catalogue.of(family);
      all.add(catalogue.builtIn());
      all.addAll(catalogue.extensions());
    }
    return all;
  }

  private static String key(Extension extension) {
    return (extension.isTarget() ? "target." : "match.") + extension.name();
  }

  @Test
  void optionsHaveWords() {
    Set<String> missing = new TreeSet<>();
    for (Extension extension : extensions()) {
      for (OptionSpec<?> option : extension.options()) {
        String key = key(extension) + "." + option.name();
        if (!inOwnWords(extension, option, "")) {
          missing.add(key);
        }
        if (option.negatable() && !inOwnWords(extension, option, PartWords.NOT)) {
          missing.add(key + Clause.NOT);
        }
      }
    }
    missing.removeAll(ENGLISH.patterns().keySet());
    assertThat(missing).isEmpty();
  }

  /** Whether the extension's own words have a slot for it. */
  private static boolean inOwnWords(Extension extension, OptionSpec<?> option, String prefix) {
    String slot = prefix + Message.identifier(option.name());
    return ENGLISH.message(key(extension)).stream()
        .flatMap(message -> message.slots().stream())
        .anyMatch(name -> name.equals(slot) || name.startsWith(slot + "_"));
  }

  @Test
  void extensionsThatMayStandAloneHaveWords() {
    Set<String> missing = new TreeSet<>();
    for (Extension extension : extensions()) {
      boolean alone = extension.families().stream().anyMatch(f -> mayStandAlone(extension, f));
      String key = key(extension);
      if (alone
          && !extension.name().isEmpty()
          && ENGLISH.message(key).or(() -> ENGLISH.message(key + ".alone")).isEmpty()) {
        missing.add(key);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean mayStandAlone(Extension extension, Family family) {
    int protocol = extension.protocols().stream().findFirst().orElse(0);
    String table = extension.tables().stream().findFirst().orElse("filter");
    try {
      extension.check(new Options(List.of()), new RuleContext(family, table, protocol, false));
      return true;
    } catch (BadRule e) {
      return false;
    }
  }

  @Test
  void whatAnOptionSaysIsInItsWords() {
    List<String> silent = new ArrayList<>();
    for (Extension extension : extensions()) {
      for (OptionSpec<?> option : extension.options()) {
        String key = key(extension) + "." + option.name();
        if (option.values() > 0) {
          Stream.of(key, key + Clause.NOT)
              .filter(k -> ENGLISH.message(k).filter(m -> m.slots().isEmpty()).isPresent())
              .forEach(silent::add);
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void aNegatedOptionIsNotSaidAsAPlainOne() {
    List<String> same = new ArrayList<>();
    ENGLISH
        .patterns()
        .forEach(
            (key, pattern) -> {
              if (pattern.equals(ENGLISH.patterns().get(key + Clause.NOT))) {
                same.add(key);
              }
            });
    // xt_SET takes a ! before these and ignores it.
    assertThat(same).allMatch(key -> key.startsWith("target.SET."), "is of SET");
  }

  @Test
  void withoutItsNegationARuleIsSaidOtherwise() {
    int checked = 0;
    for (ExampleRules example : ExampleRules.all()) {
      List<Match> plain = example.rule().matches().stream().map(m -> plain(m)).toList();
      if (!plain.equals(example.rule().matches())) {
        Rule rule =
            new Rule(
                1, example.rule().position(), Optional.empty(), plain, example.rule().target());
        Explainer explainer = new Explainer(example.family(), example.table(), ENGLISH);
        assertThat(explainer.explain(example.chain(), rule).text())
            .as(RuleText.of(example.rule()))
            .isNotEqualTo(example.explained(ENGLISH).text());
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(100);
  }

  private static Match plain(Match match) {
    List<RuleOption> options =
        match.options().stream()
            .map(o -> new RuleOption(o.name(), o.values(), false, o.spec(), o.meaning()))
            .toList();
    return new Match(match.module(), options);
  }

  @Test
  void noWordsAreForWhatThereIsNot() {
    Set<String> known = new TreeSet<>();
    for (Extension extension : extensions()) {
      String key = key(extension);
      known.add(key);
      known.add(key + ".alone");
      for (OptionSpec<?> option : extension.options()) {
        known.add(key + "." + option.name());
        if (option.negatable()) {
          known.add(key + "." + option.name() + Clause.NOT);
        }
      }
    }
    assertThat(ENGLISH.patterns().keySet())
        .filteredOn(key -> key.startsWith("match.") || key.startsWith("target."))
        .isSubsetOf(known);
  }

  @Test
  void everyExampleIsExplainedInFull() {
    for (ExampleRules example : ExampleRules.all()) {
      Explanation explanation = example.explained(ENGLISH);
      assertThat(explanation.complete()).as(explanation.text()).isTrue();
      // A name may be empty, and then nothing stands where it would.
      if (!RuleText.of(example.rule()).matches(".*(\"\"| $|  ).*")) {
        assertThat(explanation.text())
            .doesNotContain("  ", " ,", ",,", ": ,", ", : ")
            .endsWith(".");
      }
    }
  }
}
