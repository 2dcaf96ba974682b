package io.github.chainbook.kernel;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.GoldenFiles.Pair;
import io.github.chainbook.xtables.Family;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules with every option of every extension: how they are saved, or why they are refused. */
class RuleLinesTest {

  /** The sets that some of the rules name; iptables asks the kernel for them. */
  private static final List<String> SETS =
      List.of("foo", "bar", "\"a b\"", "-foo", "1234567890123456789012345678901");

  @TempDir private Path folder;

  static Stream<Pair> files() {
    return GoldenFiles.pairs(RuleLinesTest.class, "rules", ".rules", ".saved").stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void areSavedOrRefusedAsTheGoldenFileSays(Pair file) {
    List<RuleLines> lines = RuleLines.of(file.name(), file.input());
    List<String> results = lines.stream().map(RuleLines::result).toList();
    List<String> expected = file.expected().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      assertThat(results.get(i)).as(lines.get(i).line()).isEqualTo(expected.get(i));
    }
    assertThat(results).hasSameSizeAs(expected);
  }

  @ParameterizedTest
  @MethodSource("files")
  void theKernelSaysTheSame(Pair file) throws Exception {
    Optional<String> obstacle = IptablesLegacy.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    assumeTrue(!file.name().startsWith("no-kernel"), "no kernel here has these extensions");
    Set<String> known = Differences.lines();
    List<RuleLines> lines = RuleLines.of(file.name(), file.input());
    List<byte[]> dumps =
        lines.stream().map(l -> l.dump().getBytes(StandardCharsets.UTF_8)).toList();
    Family family = lines.get(0).family();
    List<IptablesLegacy.Outcome> outcomes =
        IptablesLegacy.load(folder, dumps, family, sets(family));
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String ours = lines.get(i).result();
      String theirs = outcomes.get(i).saved().map(RuleLines::saved).orElse("refused");
      boolean same = ours.startsWith("refused") ? theirs.equals("refused") : ours.equals(theirs);
      String key = lines.get(i).family().word() + " " + lines.get(i).line();
      if (!same && !known.contains(key)) {
        differences.add(
            key + "\n  kernel: " + theirs + " " + outcomes.get(i).messages() + "\n  ours: " + ours);
      }
    }
    assertThat(differences).isEmpty();
  }

  static String sets(Family family) {
    String kind = family == Family.IPV4 ? "" : " family inet6";
    return SETS.stream().map(set -> "create " + set + " hash:ip" + kind + "\n").collect(joining());
  }
}
