package io.github.chainbook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.GoldenFiles.Pair;
import io.github.chainbook.ruleset.Dumps;
import io.github.chainbook.ruleset.GeneratedDump;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reader accepts, iptables-legacy-restore accepts, and prints as we print it. */
class KernelComparisonTest {

  /** Goldens whose rules we print as iptables-save does, whatever their form was. */
  private static final List<String> SAVED = List.of("quoting", "script", "sidecar");

  @TempDir private Path folder;

  @BeforeAll
  static void needsIptables() {
    Optional<String> obstacle = IptablesLegacy.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
  }

  @Test
  void generatedDumpsAreLoadedAndSavedAsWePrintThem() throws Exception {
    Random random = new Random(20_260_101);
    List<String> dumps = IntStream.range(0, 300).mapToObj(i -> GeneratedDump.of(random)).toList();
    List<Optional<String>> saved =
        saved(dumps.stream().map(d -> d.getBytes(StandardCharsets.UTF_8)).toList());
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < dumps.size(); i++) {
      softly
          .assertThat(saved.get(i).map(KernelComparisonTest::rules))
          .as(dumps.get(i))
          .contains(rules(Dumps.print(Dumps.read(dumps.get(i)).ruleset())));
    }
    softly.assertAll();
  }

  @Test
  void goldensThatWeAcceptAreLoaded() throws Exception {
    List<Pair> accepted =
        GoldenFiles.pairs(Dumps.class, "golden", ".rules", ".reading").stream()
            .filter(pair -> isPlainIpv4(read(pair)))
            .toList();
    assertThat(accepted).extracting(Pair::name).containsAll(SAVED);
    List<Optional<String>> saved = saved(accepted.stream().map(Pair::input).toList());
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < accepted.size(); i++) {
      Pair pair = accepted.get(i);
      softly.assertThat(saved.get(i)).as(pair.name()).isPresent();
      if (SAVED.contains(pair.name())) {
        softly
            .assertThat(saved.get(i).map(KernelComparisonTest::rules))
            .as(pair.name())
            .contains(rules(Dumps.print(read(pair).ruleset())));
      }
    }
    softly.assertAll();
  }

  private List<Optional<String>> saved(List<byte[]> dumps) throws Exception {
    Path own = folder.resolve("dumps" + System.nanoTime());
    return IptablesLegacy.load(own, dumps, Family.IPV4, "").stream()
        .map(IptablesLegacy.Outcome::saved)
        .toList();
  }

  private static Reading read(Pair pair) {
    return Dumps.read(SourceText.of(pair.name(), pair.input()));
  }

  private static boolean isPlainIpv4(Reading reading) {
    return reading.diagnostics().isEmpty() && reading.ruleset().family() == Family.IPV4;
  }

  @Test
  void eachLineIsAcceptedByBothOrByNone() throws Exception {
    List<Pair> pairs =
        GoldenFiles.pairs(KernelComparisonTest.class, "lines", ".rules", ".differences");
    for (Pair pair : pairs) {
      List<String> lines =
          new String(pair.input(), StandardCharsets.UTF_8)
              .lines()
              .filter(l -> !l.isEmpty())
              .toList();
      List<byte[]> dumps = lines.stream().map(KernelComparisonTest::dump).toList();
      List<Optional<String>> saved = saved(dumps);
      List<String> differences = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        boolean accepted = !Dumps.read(SourceText.of("t", dumps.get(i))).hasErrors();
        if (accepted != saved.get(i).isPresent()) {
          differences.add(
              (accepted ? "only we accept: " : "only iptables accepts: ") + lines.get(i));
        }
      }
      assertThat(differences).as(pair.name()).isEqualTo(pair.expected().lines().toList());
    }
  }

  // Several lines of a dump stand in one line of the file, parted by " ; ".
  private static byte[] dump(String line) {
    String dump = "*filter\n" + line.replace(" ; ", "\n") + "\nCOMMIT\n";
    return dump.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> rules(String dump) {
    return dump.lines()
        .filter(l -> l.contains("-A "))
        .map(l -> l.substring(l.indexOf("-A ")))
        .sorted()
        .toList();
  }
}
