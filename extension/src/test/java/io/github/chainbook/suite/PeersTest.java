package io.github.chainbook.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.kernel.IptablesLegacy;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other projects make of rules, and what we make of them. */
class PeersTest {

  private Corpus corpus;

  @BeforeEach
  void needsTheCorpus() {
    Optional<Corpus> found = Corpus.find();
    assumeTrue(found.isPresent(), "the system property chainbook.corpus is not set");
    corpus = found.get();
  }

  @Test
  void parametersAndRuleLinesAgreeButForKnownDifferences() throws IOException {
    List<PeerResult> results = results();
    assertThat(results).hasSizeGreaterThan(200);
    assertThat(KnownDifferences.of("peers.txt").surprises(results)).isEmpty();
  }

  @Test
  void aRefusedRuleIsKept() throws IOException {
    List<PeerResult> refused =
        results().stream().filter(result -> result.dump().error().isPresent()).toList();
    assertThat(refused).isNotEmpty().allMatch(result -> result.dump().isKept());
  }

  @Test
  void theKernelSaysTheSameButForKnownDifferences(@TempDir Path folder) throws Exception {
    Optional<String> obstacle = IptablesLegacy.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    List<PeerResult> results = Peers.besideTheKernel(results(), folder);
    assertThat(KnownDifferences.of("peers-kernel.txt").surprises(results)).isEmpty();
  }

  @Test
  void aListingIsRefusedAndAllItsLinesAreKept() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    int listings = 0;
    for (Corpus.Entry file : corpus.files("suite-json")) {
      if (file.path().endsWith(".out")) {
        listings++;
        Reading reading = new RulesetReader().read(file.source(), Optional.empty());
        softly
            .assertThat(reading.diagnostics())
            .as(file.path())
            .extracting(Diagnostic::code)
            .containsExactly("listing");
        softly.assertThat(reading.ruleset().tables()).as(file.path()).isEmpty();
        softly.assertThat(reading.setAside()).as(file.path()).hasSize(lines(parsed(file)));
      }
    }
    softly.assertThat(listings).isPositive();
    softly.assertAll();
  }

  @Test
  void aParsedListingIsNoDump() throws IOException {
    for (Corpus.Entry file : corpus.files("suite-json")) {
      if (file.path().startsWith("jc/") && file.path().endsWith(".json")) {
        Reading reading = new RulesetReader().read(file.source(), Optional.empty());
        assertThat(reading.hasErrors()).as(file.path()).isTrue();
        assertThat(reading.ruleset().tables()).as(file.path()).isEmpty();
      }
    }
  }

  private List<PeerResult> results() throws IOException {
    Peers peers = new Peers(corpus);
    List<PeerResult> results = new ArrayList<>(peers.parameters());
    results.addAll(peers.lines());
    return results;
  }

  // jc lays what it parsed beside the listing.
  private Corpus.Entry parsed(Corpus.Entry listing) {
    String path = listing.path().replaceFirst("\\.out$", ".json");
    return corpus.files("suite-json").stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  // A chain's name, the heads of the columns, and the rules.
  private static int lines(Corpus.Entry parsed) throws IOException {
    int lines = 0;
    for (Map<String, Object> chain : JsonTree.maps(JsonTree.of(parsed.bytes()))) {
      lines += 2 + ((List<?>) chain.get("rules")).size();
    }
    return lines;
  }
}
