package io.github.chainbook.xtables.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, masks and lengths as {@code getaddrinfo} and libxtables read them. */
class HostTest {

  @ParameterizedTest
  @CsvSource({
    "10.1, 10.0.0.1",
    "10.1.65535, 10.1.255.255",
    "0x0a000001, 10.0.0.1",
    "010.1.2.3, 8.1.2.3",
    "4294967295, 255.255.255.255",
    "::ffff:1.2.3.4, 1.2.3.4",
    "::ffff:1.2.3.4%4294967295, 1.2.3.4",
    "LocalHost, 127.0.0.1"
  })
  void anIpv4AddressHasManySpellings(String word, String address) throws BadValue {
    assertThat(Host.parse(word, Family.IPV4)).hasToString(address);
  }

  @ParameterizedTest
  @CsvSource({"2001:db8::1, 2001:db8::1", "fe80::1%7, fe80::1", "localhost, ::1"})
  void anIpv6AddressMayHaveTheNumberOfAZone(String word, String address) throws BadValue {
    assertThat(Host.parse(word, Family.IPV6)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "256.1",
        "1.2.3.4.5",
        "1.16777216",
        "4294967296",
        "08",
        "-a",
        "a b",
        "fe80::1%lo"
      })
  void othersAreNoIpv4Addresses(String word) {
    assertBad(Host.TYPE, word, Family.IPV4, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1", "0x1", "fe80::1%", "2001:db8::1%lo", "2001:db8::1%4294967296"})
  void othersAreNoIpv6Addresses(String word) {
    assertBad(Host.TYPE, word, Family.IPV6, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "example.org.", "a", "fe80::1%eth0", "ff12::1%lo"})
  void namesAreLeftToTheMachine(String word) {
    assertBad(Host.TYPE, word, Family.IPV6, true);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1, 10.0.0.1",
    "10.1/32, 10.0.0.1",
    "10.0.0.1/8, 10.0.0.1/8",
    "10.0.0.1/255.255.0.0, 10.0.0.1/16",
    "10.0.0.1/255.0.255.0, 10.0.0.1",
    "10.0.0.1/33, 10.0.0.1"
  })
  void aMaskWithGapsCountsAsOneOfAllBits(String word, String printed) throws BadValue {
    assertThat(printed(HostNetwork.TYPE, word, Family.IPV4)).isEqualTo(printed);
  }

  @Test
  void someOptionsPrintEveryMask() throws BadValue {
    assertThat(printed(HostNetwork.WITH_MASK, "::1", Family.IPV6)).isEqualTo("::1/128");
  }

  @Test
  void aBadMaskIsRefusedWhateverTheNameBeforeItMeans() {
    assertBad(HostNetwork.TYPE, "example.org/localhost", Family.IPV4, false);
    assertBad(HostNetwork.TYPE, "example.org/24", Family.IPV4, true);
  }

  @Test
  void whereALengthIsAskedAMaskWithGapsIsRefused() throws BadValue {
    assertThat(printed(PrefixLength.TYPE, "255.255.0.0", Family.IPV4)).isEqualTo("16");
    assertThat(printed(PrefixLength.OR_ALL, "255.0.255.0", Family.IPV4)).isEqualTo("32");
    assertBad(PrefixLength.TYPE, "255.0.255.0", Family.IPV4, false);
  }

  private static <T> String printed(ValueType<T> type, String word, Family family) throws BadValue {
    return type.print(type.read(List.of(word), RuleContext.of(family, "filter"))).get(0).text();
  }

  private static void assertBad(ValueType<?> type, String word, Family family, boolean unresolved) {
    assertThatThrownBy(() -> type.read(List.of(word), RuleContext.of(family, "filter")))
        .isInstanceOfSatisfying(
            BadValue.class, e -> assertThat(e.isUnresolved()).isEqualTo(unresolved));
  }
}
