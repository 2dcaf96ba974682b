package io.github.chainbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

  @Test
  void ordinaryTextStaysAsItIs() {
    String text = "Ünïcode 网络 \uD83D\uDE80 -m comment --comment \"a b\"";
    assertThat(VisibleText.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0000, 2400",
    "000A, 240A",
    "001B, 241B",
    "007F, 2421",
    "0085, FFFD",
    "202E, FFFD",
    "2066, FFFD",
    "2028, FFFD",
    "FFFF, FFFD",
    "D800, FFFD",
    "1FFFE, FFFD"
  })
  void whatCannotBeShownIsReplaced(String hidden, String shown) {
    String text = Character.toString(Integer.parseInt(hidden, 16));
    assertThat(VisibleText.of("a" + text + "b"))
        .isEqualTo("a" + Character.toString(Integer.parseInt(shown, 16)) + "b");
  }

  @Test
  void bytesThatAreNotUtf8ShowTheirNumber() {
    assertThat(VisibleText.of("a\uDC80\uDCFFb")).isEqualTo("a\\x80\\xFFb");
  }

  @Property
  void nothingHiddenIsLeftAndNothingIsDropped(@ForAll String text) {
    String shown = VisibleText.of(text);
    assertThat(shown.codePoints().noneMatch(Character::isISOControl)).isTrue();
    assertThat(shown.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
    assertThat(shown.codePoints().count()).isGreaterThanOrEqualTo(text.codePoints().count());
    assertThat(VisibleText.of(shown)).isEqualTo(shown);
  }
}
