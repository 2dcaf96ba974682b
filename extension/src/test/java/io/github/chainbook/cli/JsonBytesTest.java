package io.github.chainbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {

  /** Writes something. */
  private interface Writing {
    void to(JsonBytes json) throws IOException;
  }

  private static String written(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonBytes json = new JsonBytes(bytes, JsonBytes.SMALL);
    writing.to(json);
    json.flush();
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  @Test
  void commasStandBetweenWhatFollowsOneAnother() throws IOException {
    String text =
        written(
            json -> {
              json.begin('{');
              json.field("a", 1);
              json.anyName("b \"c\"");
              json.begin('[');
              json.string("x");
              json.string(null);
              json.begin('[');
              json.end(']');
              json.address(Address.ipv4(0x0A00FF09L));
              json.end(']');
              json.field("d", true);
              json.field("e", Family.IPV6);
              json.end('}');
              json.line();
            });
    assertThat(text)
        .isEqualTo(
            "{\"a\":1,\"b \\\"c\\\"\":[\"x\",null,[],\"10.0.255.9\"],\"d\":true,\"e\":\"IPV6\"}\n");
  }

  @Test
  void whatIsNoPrintableAsciiIsEscaped() throws IOException {
    assertThat(written(json -> json.string("\"\\\n\t\u0001\u007F\u00E9\uD83D\uDE00\uDC80/")))
        .isEqualTo("\"\\\"\\\\\\n\\t\\u0001\u007F\\u00E9\\uD83D\\uDE00\\uDC80/\"");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 10, -1, 4294967295L, Long.MAX_VALUE, Long.MIN_VALUE})
  void numbers(long number) throws IOException {
    assertThat(written(json -> json.number(number))).isEqualTo(Long.toString(number));
  }

  @Test
  void aTextMayBeLongerThanTheBuffer() throws IOException {
    String text = "x\u00E9".repeat(JsonBytes.SMALL) + "y".repeat(3 * JsonBytes.SMALL);
    String line = written(json -> json.string(text));
    assertThat(JsonText.object("{\"a\":" + line + "}").get("a")).isEqualTo(text);
  }
}
