package io.github.chainbook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.suite.Corpus;
import io.github.chainbook.suite.KernelVerdict;
import io.github.chainbook.xtables.Family;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps of other projects: what iptables and this kernel accept, we accept, and save the same. */
class CorpusKernelTest {

  @TempDir private Path folder;

  @BeforeAll
  static void needsIptables() {
    Optional<String> obstacle = IptablesLegacy.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
  }

  @Test
  void whatTheKernelAcceptsIsSavedTheSame() throws Exception {
    Optional<Corpus> corpus = Corpus.find();
    assumeTrue(corpus.isPresent(), "the system property chainbook.corpus is not set");
    List<String> differences = new ArrayList<>();
    for (Family family : Family.values()) {
      for (KernelVerdict verdict : KernelVerdict.of(corpus.get(), family, folder)) {
        verdict.difference().ifPresent(d -> differences.add(verdict.path() + ": " + d));
      }
    }
    assertThat(differences).isEmpty();
  }
}
