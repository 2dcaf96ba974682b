package io.github.chainbook.figure.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {

  @Test
  void countsWhatFixedWidthFontsTake() {
    assertThat(Cells.of("-p tcp")).isEqualTo(6);
    assertThat(Cells.of("漢字")).isEqualTo(4);
    assertThat(Cells.of("e\u0301")).isEqualTo(1);
    assertThat(Cells.of("😀")).isEqualTo(2);
    assertThat(Cells.of("→…·")).isEqualTo(3);
  }

  @Test
  void breaksBetweenPartsThenAtBlanksThenInWords() {
    assertThat(Cells.wrap(List.of("-s 10.0.0.0/8", "-p tcp"), 14, 9))
        .containsExactly("-s 10.0.0.0/8", "-p tcp");
    assertThat(Cells.wrap(List.of("--comment \"one two\""), 10, 9))
        .containsExactly("--comment", "\"one two\"");
    assertThat(Cells.wrap(List.of("abcdefgh"), 3, 9)).containsExactly("abc", "def", "gh");
  }

  @Test
  void saysThatALongerTextGoesOn() {
    assertThat(Cells.wrap(List.of("aaaa bbbb cccc"), 4, 2)).containsExactly("aaaa", "bbb…");
    assertThat(Cells.shorten("漢字漢字", 4)).isEqualTo("漢…");
    assertThat(Cells.shorten("abcd", 4)).isEqualTo("abcd");
  }
}
