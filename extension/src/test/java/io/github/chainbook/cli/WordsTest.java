package io.github.chainbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  private final Words words = new Words();

  private String word(String text) {
    return words.of(("<" + text + ">").toCharArray(), 1, text.length());
  }

  @Test
  void aWordThatWasMetIsTheSameObject() {
    assertThat(word("inbound")).isEqualTo("inbound").isSameAs(word("inbound"));
    assertThat(word("")).isEmpty();
  }

  @Test
  void wordsOfOneHashAreNotMixedUp() {
    assertThat(word("Aa")).isEqualTo("Aa");
    assertThat(word("BB")).isEqualTo("BB");
    assertThat(word("Aa")).isEqualTo("Aa");
  }

  @Test
  void longTextsAreReadTooAndNotKept() {
    String text = "\u00E9".repeat(1000);
    assertThat(word(text)).isEqualTo(text).isNotSameAs(word(text));
  }
}
