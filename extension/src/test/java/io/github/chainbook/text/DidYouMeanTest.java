package io.github.chainbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

  private static final List<String> TABLES = List.of("raw", "mangle", "nat", "filter", "security");

  @Test
  void findsSlipsOfThePen() {
    assertThat(DidYouMean.nearest("flter", TABLES)).contains("filter");
    assertThat(DidYouMean.nearest("FILTER", TABLES)).contains("filter");
    assertThat(DidYouMean.nearest("nta", TABLES)).contains("nat");
    assertThat(DidYouMean.nearest("tan", TABLES)).isEmpty();
    assertThat(DidYouMean.nearest("banana", TABLES)).isEmpty();
  }

  @Test
  void ofEquallyNearNamesTheFirstInTheAlphabetWins() {
    assertThat(DidYouMean.nearest("INPUX", List.of("INPUZ", "INPUT"))).contains("INPUT");
  }

  @Test
  void theHintIsAnEndOfAMessage() {
    assertThat(DidYouMean.hint("mangel", TABLES)).isEqualTo("; did you mean mangle?");
    assertThat(DidYouMean.hint("zzzzzz", TABLES)).isEmpty();
  }

  @Property
  void oneWrongLetterIsForgiven(
      @ForAll @AlphaChars @StringLength(min = 3, max = 28) String name,
      @ForAll @IntRange(max = 27) int at) {
    int i = at % name.length();
    String written = name.substring(0, i) + '0' + name.substring(i + 1);
    assertThat(DidYouMean.nearest(written, List.of(name))).contains(name);
  }

  @Property
  void onlyAnotherKnownNameIsOffered(@ForAll String written, @ForAll Set<String> known) {
    DidYouMean.nearest(written, known)
        .ifPresent(name -> assertThat(known).contains(name).isNotEqualTo(written));
  }

  @Property
  void distanceIsTheSameBothWays(
      @ForAll @StringLength(max = 30) String a, @ForAll @StringLength(max = 30) String b) {
    assertThat(DidYouMean.distance(a, b)).isEqualTo(DidYouMean.distance(b, a));
    assertThat(DidYouMean.distance(a, b))
        .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    assertThat(DidYouMean.distance(a, b) == 0).isEqualTo(a.equals(b));
  }

  @Test
  void aLongWordIsComparedWithNothing() {
    String word = "x".repeat(10_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(DidYouMean.nearest(word, TABLES)).isEmpty());
  }
}
