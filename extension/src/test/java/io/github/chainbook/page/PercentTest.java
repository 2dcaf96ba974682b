package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

  @Property
  void decodingUndoesEncoding(@ForAll String name) {
    // A lone half of a surrogate pair is no text; no file can be called that.
    Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(name));
    assertThat(Percent.decode(Percent.encodeName(name))).isEqualTo(name);
  }

  @Test
  void plusIsNoBlank() {
    assertThat(Percent.decode("a+b%20c%E7%BD%91")).isEqualTo("a+b c网");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%2", "a%zz", "%ff", "%2g", "%-1"})
  void badlyEncodedTextIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Percent.decode(text));
  }
}
