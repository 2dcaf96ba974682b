package io.github.chainbook.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileCoverageTest {

  /** Projects whose dumps are of systems that no profile is about. */
  private static final Set<String> OTHERS =
      Set.of(
          "SangHakLee",
          "aerleon",
          "ajdecon",
          "antrea",
          "batfish",
          "firewall-services",
          "fws",
          "kuma",
          "kuma-net",
          "multi-networkpolicy",
          "neutron",
          "puppetlabs-firewall",
          "vgnshlvnz");

  @Test
  void choosesNoProfileForOtherSystemsAndHasNotesForItsOwn() {
    Optional<Corpus> corpus = Corpus.find();
    assumeTrue(corpus.isPresent(), "no corpus: -Dchainbook.corpus");

    Map<String, ProfileCoverage.Count> counts = ProfileCoverage.of(corpus.get()).counts();

    assertThat(counts.keySet())
        .filteredOn(key -> OTHERS.contains(key.split("\t")[0]))
        .isNotEmpty()
        .allMatch(key -> key.endsWith("\t(none)"));
    assertHasNotes(counts.get("istio\tistio"), 100, 95);
    assertHasNotes(counts.get("moby\tdocker"), 100, 99);
    assertHasNotes(counts.get("jejer-iptables-debugger\tkubernetes docker calico cni"), 100, 85);
    assertHasNotes(counts.get("jpfulton\tufw"), 100, 95);
  }

  private static void assertHasNotes(ProfileCoverage.Count count, int chains, int rules) {
    assertThat(100 * count.notedChains).isGreaterThanOrEqualTo(chains * count.chains);
    assertThat(100 * count.notedRules).isGreaterThanOrEqualTo(rules * count.rules);
  }
}
