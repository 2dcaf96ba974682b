package io.github.chainbook.figure.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.KubeProxyDump;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunsTest {

  @Test
  void rulesOfOneFormAreARun() {
    List<Stretch> stretches = stretches(8, lines(8, i -> "-p tcp --dport " + i + " -j ACCEPT"));
    assertThat(stretches).hasSize(1);
    assertThat(text(stretches.get(0).patterns().get(0)))
        .isEqualTo("-p tcp -m tcp --dport [8] -j ACCEPT");
  }

  @Test
  void aFewAreNot() {
    List<Stretch> stretches = stretches(8, lines(7, i -> "-p tcp --dport " + i + " -j ACCEPT"));
    assertThat(stretches).singleElement().matches(stretch -> !stretch.isRun());
  }

  @Test
  void rulesBeforeAndBehindStandByThemselves() {
    List<String> rules = new ArrayList<>(List.of("-i lo -j ACCEPT"));
    rules.addAll(lines(9, i -> "-s 10.0.0." + i + " -j DROP"));
    rules.add("-j LOG");
    List<Stretch> stretches = stretches(8, rules);
    assertThat(stretches.stream().map(s -> s.first() + "-" + s.last() + " " + s.isRun()))
        .containsExactly("1-1 false", "2-10 true", "11-11 false");
    assertThat(text(stretches.get(1).patterns().get(0))).isEqualTo("-s 10.0.0.[9] -j DROP");
  }

  @Test
  void whatDiffersInMoreThanValuesIsNotAlike() {
    for (String other :
        List.of(
            "! -s 10.0.0.9 -j DROP",
            "-d 10.0.0.9 -j DROP",
            "-s 10.0.0.9 -j ACCEPT",
            "-s 10.0.0.9 -m mark --mark 1 -j DROP",
            "-s 10.0.0.9",
            "-s 10.0.0.9 -g C",
            "-s 10.0.0.9 -j C")) {
      List<String> rules = new ArrayList<>(lines(8, i -> "-s 10.0.0." + i + " -j DROP"));
      rules.set(4, other);
      assertThat(stretches(8, rules)).as(other).noneMatch(Stretch::isRun);
    }
  }

  @Test
  void aGotoIsNoJump() {
    List<String> rules = lines(8, i -> "-s 10.0.0." + i + (i % 3 == 0 ? " -g C" : " -j C"));
    assertThat(stretches(8, rules)).noneMatch(Stretch::isRun);
  }

  @Test
  void formsThatTakeTurnsAreARunOfWholeTurns() {
    List<String> rules =
        lines(
            17,
            i ->
                i % 2 == 0
                    ? "! -s 10.0.0.0/8 -d 10.96.0." + i + " -j C"
                    : "-d 10.96.0." + i + " -j D");
    List<Stretch> stretches = stretches(8, rules);
    assertThat(stretches.stream().map(s -> s.first() + "-" + s.last() + " " + s.patterns().size()))
        .containsExactly("1-16 2", "17-17 0");
    assertThat(text(stretches.get(0).patterns().get(1))).isEqualTo("-d 10.96.0.[8] -j D");
  }

  @Test
  void whatIsApartIsInNoRun() {
    List<String> rules = lines(20, i -> "-s 10.0.0." + i + " -j DROP");
    List<Stretch> stretches = new Runs(8, rule -> rule.number() == 10).of(rules(rules));
    assertThat(stretches.stream().map(s -> s.first() + "-" + s.last() + " " + s.isRun()))
        .containsExactly("1-9 true", "10-10 false", "11-20 true");
  }

  @Test
  void noneAtAllWhereNoneAreWanted() {
    List<String> rules = lines(20, i -> "-s 10.0.0." + i + " -j DROP");
    assertThat(stretches(Integer.MAX_VALUE, rules)).noneMatch(Stretch::isRun);
    assertThat(new Runs(8, rule -> false).of(List.of())).isEmpty();
  }

  /** Of a large dump each rule is in one stretch, and no pattern says more than its rules bear. */
  @Test
  void patternsHoldForEachRule() {
    Table nat = ruleset(KubeProxyDump.ofRules(1400)).tables().get(0);
    long runs = 0;
    for (var chain : nat.chains()) {
      List<Stretch> stretches = new Runs(8, rule -> false).of(chain.rules());
      assertThat(stretches.stream().flatMap(s -> s.rules().stream()).toList())
          .isEqualTo(chain.rules());
      for (Stretch run : stretches.stream().filter(Stretch::isRun).toList()) {
        runs++;
        for (int i = 0; i < run.rules().size(); i++) {
          holds(run.patterns().get(i % run.patterns().size()), run.rules().get(i));
        }
      }
    }
    assertThat(runs).isPositive();
  }

  private static void holds(RunPattern pattern, Rule rule) {
    var words = io.github.chainbook.ruleset.RuleText.words(rule);
    assertThat(words).hasSameSizeAs(pattern.words());
    for (int i = 0; i < words.size(); i++) {
      RunPattern.Word word = pattern.words().get(i);
      assertThat(words.get(i).role()).isEqualTo(word.role());
      if (word.isGap()) {
        assertThat(words.get(i).text()).startsWith(word.text());
      } else {
        assertThat(words.get(i).text()).isEqualTo(word.text());
      }
    }
  }

  private static String text(RunPattern pattern) {
    return pattern.words().stream()
        .map(w -> w.isGap() ? w.text() + "[" + w.different() + "]" : w.text())
        .collect(Collectors.joining(" "))
        .replace("/32", "");
  }

  private static List<String> lines(int count, java.util.function.IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).toList();
  }

  private static List<Stretch> stretches(int least, List<String> lines) {
    return new Runs(least, rule -> false).of(rules(lines));
  }

  private static List<Rule> rules(List<String> lines) {
    String dump =
        "*filter\n:INPUT ACCEPT [0:0]\n:C - [0:0]\n:D - [0:0]\n"
            + lines.stream().map(l -> "-A INPUT " + l + "\n").collect(Collectors.joining())
            + "COMMIT\n";
    return ruleset(dump).tables().get(0).chain("INPUT").orElseThrow().rules();
  }

  private static Ruleset ruleset(String dump) {
    var reading =
        new RulesetReader()
            .read(SourceText.of("t", dump.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    assertThat(reading.diagnostics()).isEmpty();
    return reading.ruleset();
  }
}
