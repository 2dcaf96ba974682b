package io.github.chainbook.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TranslatedTest {

  @Test
  void sentencesNameAndExcludeWhatNftDoes() {
    Optional<Corpus> corpus = Corpus.find();
    assumeTrue(corpus.isPresent(), "no corpus");
    Translated translated = Translated.of(corpus.get());
    assertThat(translated.pairs()).isPositive();
    assertThat(translated.unexplained()).isEmpty();
  }

  @Test
  void valuesOfNftAreTakenApart() {
    Translation pair =
        new Translation(
            "",
            1,
            Family.IPV6,
            "filter",
            "INPUT",
            "",
            "ip6 daddr != 2001:0db8::1 mark 0x10 accept");
    assertThat(pair.values()).containsExactlyInAnyOrder("2001:db8::1", "16");
    assertThat(pair.excluded()).isEqualTo(List.of(Set.of("2001:db8::1")));
    assertThat(Translation.atoms("NEW,007 0x7")).containsExactlyInAnyOrder("new", "7");
  }
}
