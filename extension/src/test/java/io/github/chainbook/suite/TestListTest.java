package io.github.chainbook.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** netfilter's own test lists: each line is accepted, saved or refused as it says. */
class TestListTest {

  @Test
  void everyLineIsAsItSays() {
    Optional<Corpus> corpus = Corpus.find();
    assumeTrue(corpus.isPresent(), "the system property chainbook.corpus is not set");
    List<String> problems = new ArrayList<>();
    int lines = 0;
    for (Corpus.Entry list : corpus.get().files("suite-t")) {
      for (TestList.Line line : TestList.lines(list)) {
        lines++;
        TestList.run(line)
            .problem()
            .ifPresent(p -> problems.add(line.list() + ":" + line.number() + ": " + p));
      }
    }
    assertThat(lines).isGreaterThan(1000);
    assertThat(problems).isEmpty();
  }
}
