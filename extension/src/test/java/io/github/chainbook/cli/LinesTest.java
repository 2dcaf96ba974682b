package io.github.chainbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

  private static List<String> lines(String text) throws IOException {
    List<String> all = new ArrayList<>();
    try (Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        all.add(line.text());
      }
    }
    return all;
  }

  @Test
  void anyLineEndEndsALineAndTheLastNeedsNone() throws IOException {
    assertThat(lines("a\nb\r\n\r\nc\rd\n\n\u00E9"))
        .containsExactly("a", "b", "", "c", "d", "", "\u00E9");
    assertThat(lines("a\r\n")).containsExactly("a");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void aLineMayBeLong() throws IOException {
    String text = "0123456789".repeat(50_000);
    assertThat(lines(text + "\r\n" + text)).containsExactly(text, text);
  }

  @Test
  void aLineSaysWhetherItsBytesAreChars() throws IOException {
    byte[] text = "plain\ttext\nna\u00EFve\nwith\0nul\n".getBytes(StandardCharsets.UTF_8);
    try (Lines lines = new Lines(new ByteArrayInputStream(text))) {
      assertThat(lines.next().isAscii()).isTrue();
      assertThat(lines.next().isAscii()).isFalse();
      assertThat(lines.next().isAscii()).isFalse();
      assertThat(lines.next()).isNull();
    }
  }
}
