package io.github.chainbook.xtables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1/32",
    "10.1.2.3/8, 10.0.0.0/8",
    "10.1.2.3/0, 0.0.0.0/0",
    "10.1.2.3/255.255.0.0, 10.1.0.0/16",
    "10.1.2.3/255.0.255.0, 10.0.2.0/255.0.255.0",
    "10.1.2.3/0.0.0.0, 0.0.0.0/0",
    "fe80::1, fe80::1/128",
    "fe80::/10, fe80::/10",
    "example.org, example.org",
    "256.0.0.1, 256.0.0.1",
    "10.0.0.1/33, 10.0.0.1/33",
    "10.0.0.1/255.255.255.256, 10.0.0.1/255.255.255.256",
    "10.0.0.1/1.2.3.99999999999, 10.0.0.1/1.2.3.99999999999",
    "'10.0.0.1,10.0.0.2', '10.0.0.1,10.0.0.2'"
  })
  void canonicalForm(String written, String printed) {
    assertThat(AddressText.canonical(written)).isEqualTo(printed);
  }

  @Property
  void whatIsPrintedPrintsTheSame(
      @ForAll @IntRange(max = 255) int a,
      @ForAll @IntRange(max = 255) int b,
      @ForAll @IntRange(max = 32) int length) {
    String printed = AddressText.canonical(a + "." + b + ".255.1/" + length);
    assertThat(printed).endsWith("/" + length);
    assertThat(AddressText.canonical(printed)).isEqualTo(printed);
  }

  @Property
  void neverFails(
      @ForAll @CharRange(from = '0', to = '9') @Chars({'.', '/', ':', 'a'}) @StringLength(max = 30)
          String written) {
    assertThatCode(() -> AddressText.canonical(written)).doesNotThrowAnyException();
  }
}
