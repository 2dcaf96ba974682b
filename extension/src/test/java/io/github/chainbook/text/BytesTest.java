package io.github.chainbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BytesTest {

  @Property
  void encodingUndoesDecoding(@ForAll @Size(max = 200) byte[] bytes) {
    assertThat(Bytes.encode(Bytes.decode(bytes))).isEqualTo(bytes);
  }

  @Property
  void textDecodesAsUtf8(@ForAll String text) {
    // Lone surrogates are not text; Java writes a question mark for them.
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Bytes.decode(utf8)).isEqualTo(new String(utf8, StandardCharsets.UTF_8));
  }

  @Test
  void eachByteThatIsNotUtf8BecomesOneEscape() {
    byte[] bytes = {'a', (byte) 0xE2, (byte) 0x82, 'b', (byte) 0xFF, (byte) 0xC3, (byte) 0xA9};
    assertThat(Bytes.decode(bytes)).isEqualTo("a\uDCE2\uDC82b\uDCFFé");
  }

  @Test
  void anEncodedSurrogateIsNotUtf8() {
    byte[] bytes = {(byte) 0xED, (byte) 0xB2, (byte) 0x80};
    assertThat(Bytes.decode(bytes)).isEqualTo("\uDCED\uDCB2\uDC80");
  }

  @Test
  void theLowHalfOfAPairIsNoEscape() {
    String pair = new String(Character.toChars(0x1F480));
    assertThat(pair.charAt(1)).isBetween('\uDC80', '\uDCFF');
    assertThat(Bytes.encode(pair)).isEqualTo(pair.getBytes(StandardCharsets.UTF_8));
  }
}
