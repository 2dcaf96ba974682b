package io.github.chainbook.netfilter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.suite.Corpus;
import io.github.chainbook.text.Bytes;
import io.github.chainbook.xtables.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Traces against the kernel of this machine, with both back ends: random cases with fixed seeds,
 * and packets through dumps. {@link TraceDifferences} asks about as many more as one likes.
 */
class TraceKernelTest {

  private static final int CASES = 60;
  private static final int PACKETS = 8;

  /** How long all dumps may take together; what is left out then is left to longer runs. */
  private static final long DUMP_NANOS = 40_000_000_000L;

  private static KernelHarness harness;

  @BeforeAll
  static void needsTheKernel() throws IOException {
    Optional<String> obstacle = KernelHarness.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    harness = KernelHarness.start();
  }

  @AfterAll
  static void endsTheHarness() throws IOException {
    if (harness != null) {
      harness.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theKernelDoesWhatTheTraceSays(CaseGenerator generator) throws IOException {
    // Few packets have all of a case's work of loading; the options need more cases instead.
    int cases = generator == CaseGenerator.OPTION ? 3 * CASES : CASES;
    List<String> lines = generator.cases(cases, PACKETS, 1);
    Tally tally = new Differential(harness).compare(generator.word(), lines);
    assertThat(tally.disagreements).isEmpty();
    assertThat(tally.packets).isGreaterThan(cases);
    assertThat(tally.unanswered).isLessThan(tally.packets / 20);
  }

  @Test
  void dumpsOfThisProject() throws IOException {
    List<String> cases = new ArrayList<>();
    for (Path folder : List.of(Path.of("../content/dumps"), Path.of("src/test/resources"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(TraceKernelTest::isDump).sorted().toList()) {
          add(cases, file.toString(), Files.readAllBytes(file), Optional.empty());
        }
      }
    }
    Tally tally = new Differential(harness).compare("dumps", cases);
    assertThat(tally.disagreements).isEmpty();
    assertThat(tally.packets).isGreaterThan(100);
  }

  @Test
  void dumpsOfOthers() throws IOException {
    Optional<Corpus> corpus = Corpus.find();
    assumeTrue(corpus.isPresent(), "the system property chainbook.corpus is not set");
    List<String> cases = new ArrayList<>();
    for (Corpus.Entry entry :
        corpus.get().files("dump", "restore-file", "embedded", "suite-dump")) {
      add(cases, entry.path(), entry.bytes(), entry.family());
    }
    Tally tally = new Tally();
    long end = System.nanoTime() + DUMP_NANOS;
    for (int i = 0; i < cases.size() && System.nanoTime() < end; i++) {
      tally.add(new Differential(harness).compare("corpus", cases.subList(i, i + 1)));
    }
    assertThat(tally.disagreements).isEmpty();
    assertThat(tally.packets).isGreaterThan(1000);
  }

  private static boolean isDump(Path file) {
    String name = file.toString();
    boolean dump = name.endsWith("iptables-save.txt") || name.endsWith(".dump");
    return dump || name.endsWith(".rules") && !name.contains("kernel");
  }

  private static void add(List<String> cases, String name, byte[] bytes, Optional<Family> family) {
    String text = Bytes.decode(bytes);
    // What is no ASCII would reach the harness as other bytes than it has here.
    if (text.chars().allMatch(c -> c < 128) && text.length() < 200_000) {
      boolean six = family.map(f -> f == Family.IPV6).orElse(name.contains("ipv6"));
      Family of = six ? Family.IPV6 : Family.IPV4;
      cases.add(DumpCases.of(name, text, of, 2 * PACKETS, cases.size()));
    }
  }
}
