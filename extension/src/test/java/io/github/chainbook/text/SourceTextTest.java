package io.github.chainbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void aLineEndEndsALine() {
    assertThat(SourceText.of("f", "").lines()).isEmpty();
    assertThat(SourceText.of("f", "\n").lines()).containsExactly("");
    assertThat(SourceText.of("f", "a\n\nb").lines()).containsExactly("a", "", "b");
    assertThat(SourceText.of("f", "a\n\nb\n").lines()).containsExactly("a", "", "b");
  }

  @Test
  void windowsLineEndsAreLineEnds() {
    assertThat(SourceText.of("f", "a\r\n\r\nb\r\n").lines()).containsExactly("a", "", "b");
  }

  @Test
  void aLoneCarriageReturnIsText() {
    assertThat(SourceText.of("f", "a\rb\n").lines()).containsExactly("a\rb");
  }

  @Test
  void theByteOrderMarkIsLeftOutAtTheFrontOnly() {
    byte[] bytes = "\uFEFFa\uFEFF\n".getBytes(StandardCharsets.UTF_8);
    assertThat(SourceText.of("f", bytes).lines()).containsExactly("a\uFEFF");
  }

  @Test
  void positionsCountFromTheFirstLine() {
    SourceText text = new SourceText("book.adoc", java.util.List.of("a", "b"), 40);
    assertThat(text.position(1, 3)).hasToString("book.adoc:41:3");
  }

  @Test
  void onlyBlanksAreBlank() {
    assertThat(SourceText.of("f", " \t\r\n\n").isBlank()).isTrue();
    assertThat(SourceText.of("f", " \n x").isBlank()).isFalse();
  }
}
