package io.github.chainbook.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainedTest {

  @Test
  void everyRuleOfTheCorpusIsExplainedInFull() {
    Optional<Corpus> corpus = Corpus.find();
    assumeTrue(corpus.isPresent(), "no corpus");
    Explained explained = Explained.of(corpus.get());
    assertThat(explained.rules()).isPositive();
    assertThat(explained.incomplete()).isEmpty();
  }
}
