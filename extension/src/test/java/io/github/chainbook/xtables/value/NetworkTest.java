package io.github.chainbook.xtables.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleContext;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "IPV4, 10.0.0.1, 10.0.0.1/32",
    "IPV4, 10.1.2.3/8, 10.0.0.0/8",
    "IPV4, 10/8, 10.0.0.0/8",
    "IPV4, 10.1/16, 10.1.0.0/16",
    "IPV4, 0x0a.010.0.1, 10.8.0.1/32",
    "IPV4, 10.1.2.3/0, 0.0.0.0/0",
    "IPV4, any/0, 0.0.0.0/0",
    "IPV4, localhost, 127.0.0.1/32",
    "IPV4, 10.1.2.3/255.255.0.0, 10.1.0.0/16",
    "IPV4, 10.1.2.3/255.0.255.0, 10.0.2.0/255.0.255.0",
    "IPV4, 10.1.2.3/0.0.0.0, 0.0.0.0/0",
    "IPV6, fe80::1, fe80::1/128",
    "IPV6, FE80:0:0:0:0:0:0:1/10, fe80::/10",
    "IPV6, ::, ::/128",
    "IPV6, ::1, ::1/128",
    "IPV6, 1::, 1::/128",
    "IPV6, 1:0:0:2:0:0:0:3, 1:0:0:2::3/128",
    "IPV6, ::ffff:10.0.0.1, ::ffff:10.0.0.1/128",
    "IPV6, ::10.0.0.1, ::10.0.0.1/128",
    "IPV6, 1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0/128",
    "IPV6, 2001:db8::1/ffff:0:ffff::, 2001::/ffff:0:ffff::"
  })
  void printsAsSaveDoes(Family family, String written, String printed) throws BadValue {
    assertThat(read(family, written)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "IPV4, 256.0.0.1",
    "IPV4, 10.0.0.1/33",
    "IPV4, 10.0.0.1/255.255.255.256",
    "IPV4, 10.0.0.1/1.2.3.99999999999",
    "IPV4, 10.0.0.1/",
    "IPV4, '10.0.0.1,10.0.0.2'",
    "IPV4, fe80::1",
    "IPV6, 10.0.0.1",
    "IPV6, :1",
    "IPV6, 1:",
    "IPV6, 1::2::3",
    "IPV6, 1:2:3:4:5:6:7:8:9",
    "IPV6, 1:2:3:4:5:6:7",
    "IPV6, 12345::",
    "IPV6, ::1/129",
    "IPV6, ::1.2.3"
  })
  void refusesWhatIsNoAddress(Family family, String written) {
    assertThatThrownBy(() -> read(family, written))
        .isInstanceOf(BadValue.class)
        .matches(e -> !((BadValue) e).isUnresolved());
  }

  @ParameterizedTest
  @CsvSource({"example.org", "gateway", "db-1/24"})
  void aHostNameIsLeftToTheMachineThatLoadsTheRules(String name) {
    assertThatThrownBy(() -> read(Family.IPV4, name))
        .isInstanceOf(BadValue.class)
        .matches(e -> ((BadValue) e).isUnresolved());
  }

  @Property
  void whatIsPrintedReadsTheSame(@ForAll long high, @ForAll long low, @ForAll byte bits)
      throws BadValue {
    for (Family family : Family.values()) {
      Address address =
          family == Family.IPV4 ? Address.ipv4(low) : new Address(family, high, low & high >> 7);
      int length = Math.floorMod(bits, Address.bits(family)) + 1;
      Network network = new Network(address, Address.mask(family, length)).cleared();
      assertThat(read(family, network.toString())).isEqualTo(network);
    }
  }

  @Property
  void neverFailsOtherwise(
      @ForAll @CharRange(from = '0', to = '9') @Chars({'.', '/', ':', 'a'}) @StringLength(max = 30)
          String written) {
    for (Family family : Family.values()) {
      try {
        read(family, written);
      } catch (BadValue e) {
        assertThat(e).message().containsAnyOf("expected", "only the machine");
      }
    }
  }

  private static Network read(Family family, String word) throws BadValue {
    return Network.OF_RULE.read(List.of(word), RuleContext.of(family, "filter"));
  }
}
