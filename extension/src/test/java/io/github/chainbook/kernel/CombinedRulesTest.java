package io.github.chainbook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.SaveText;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random rulesets over the whole catalogue. */
class CombinedRulesTest {

  private static final RulesetReader READER = new RulesetReader();
  private static final CombinedRules IPV4 = new CombinedRules(Family.IPV4);
  private static final CombinedRules IPV6 = new CombinedRules(Family.IPV6);

  @TempDir private Path folder;

  @Property(tries = 3000)
  void whatIsSavedReadsAndSavesTheSame(@ForAll Random random, @ForAll boolean ipv6) {
    CombinedRules rules = ipv6 ? IPV6 : IPV4;
    String dump = rules.dump(random);
    Reading reading = read(dump, rules.family());
    if (!reading.hasErrors()) {
      String saved = SaveText.of(reading.ruleset(), false);
      Reading again = read(saved, rules.family());
      assertThat(again.hasErrors()).as("%s %s", saved, again.diagnostics()).isFalse();
      assertThat(SaveText.of(again.ruleset(), false)).isEqualTo(saved);
    }
  }

  /** The system properties chainbook.seed and chainbook.dumps ask for others and for more. */
  @ParameterizedTest
  @EnumSource(Family.class)
  void theKernelSaysTheSame(Family family) throws Exception {
    Optional<String> obstacle = IptablesLegacy.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    Random random = new Random(Long.getLong("chainbook.seed", 1L));
    CombinedRules rules = family == Family.IPV4 ? IPV4 : IPV6;
    List<String> dumps =
        IntStream.range(0, Integer.getInteger("chainbook.dumps", 400))
            .mapToObj(i -> rules.dump(random))
            .toList();
    List<IptablesLegacy.Outcome> outcomes =
        IptablesLegacy.load(
            folder,
            dumps.stream().map(d -> d.getBytes(StandardCharsets.UTF_8)).toList(),
            family,
            RuleLinesTest.sets(family));
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < dumps.size(); i++) {
      Reading reading = read(dumps.get(i), family);
      String ours =
          reading.hasErrors() ? "refused" : RuleLines.saved(SaveText.of(reading.ruleset(), false));
      String theirs = outcomes.get(i).saved().map(RuleLines::saved).orElse("refused");
      if (!ours.equals(theirs)) {
        differences.add(
            dumps.get(i)
                + "kernel: "
                + theirs
                + " "
                + outcomes.get(i).messages()
                + "\nours: "
                + ours
                + reading.diagnostics());
      }
    }
    assertThat(differences).isEmpty();
  }

  private static Reading read(String dump, Family family) {
    return READER.read(SourceText.of("t", dump), Optional.of(family));
  }
}
