package io.github.chainbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class ByteLinesTest {

  private static ByteLines of(String text) {
    return ByteLines.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void linesEndAsInText() {
    assertThat(of("")).isEmpty();
    assertThat(of("\n")).containsExactly("");
    assertThat(of("a\r\nb\rc\n\nd")).containsExactly("a", "b\rc", "", "d");
    assertThat(of("\u00ef\u00bb\u00bf*nat\n")).containsExactly("*nat");
    assertThat(of("\u00ef\u00bb")).containsExactly("\uDCEF\uDCBB");
  }

  @Test
  void lettersAreSeenWithoutStrings() {
    ByteLines lines = of(":A\n-A x\n");
    assertThat(lines.startsWith(1, "-A ")).isTrue();
    assertThat(lines.startsWith(0, ":A ")).isFalse();
    assertThat(lines.bytes()[lines.start(1)]).isEqualTo((byte) '-');
    assertThat(lines.end(1) - lines.start(1)).isEqualTo(4);
    assertThat(lines.hasZero()).isFalse();
    assertThat(of("a\0").hasZero()).isTrue();
  }

  @Test
  void lettersOfStringsLeaveOutWhatIsNotAscii() {
    ByteLines lines = ByteLines.lettersOf(List.of("ab", "", "\u00fc\ud83d\ude00"));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("ab");
    assertThat(lines.end(2) - lines.start(2)).isEqualTo(3);
    assertThat(lines.bytes()).endsWith(-1, -1, -1);
  }

  @Property
  void cutAsTheWholeTextIs(@ForAll @CharRange(from = '\0', to = '\u00ff') String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(SourceText.of("x", bytes).lines())
        .isEqualTo(SourceText.of("x", Bytes.decode(bytes)).lines());
  }

  @Property
  void manyLines(@ForAll List<@CharRange(from = ' ', to = '~') String> lines) {
    String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    assertThat(of(text)).isEqualTo(lines);
  }
}
