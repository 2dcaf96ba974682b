package io.github.chainbook.xtables.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

  private final Catalogue catalogue = Catalogue.of(Family.IPV4);

  static Stream<Extension> extensions() {
    return Stream.of(Family.values())
        .map(Catalogue::of)
        .flatMap(c -> Stream.concat(Stream.of(c.general(), c.builtIn()), c.extensions().stream()));
  }

  @ParameterizedTest
  @MethodSource("extensions")
  void noTwoOptionsShareASpelling(Extension extension) {
    List<String> spellings =
        extension.options().stream()
            .flatMap(o -> Stream.concat(Stream.of(o.name()), o.aliases().stream()))
            .toList();
    assertThat(spellings).doesNotHaveDuplicates().allMatch(s -> s.startsWith("-"));
  }

  @ParameterizedTest
  @MethodSource("extensions")
  void everySpellingFindsItsOption(Extension extension) {
    for (OptionSpec<?> option : extension.options()) {
      assertThat(extension.option(option.name()).orElseThrow()).isSameAs(option);
      for (String alias : option.aliases()) {
        assertThat(extension.option(alias).orElseThrow()).isSameAs(option);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tcp, tcp",
    "6, tcp",
    "udp, udp",
    "17, udp",
    "icmp, icmp",
    "1, icmp",
    "sctp, sctp",
    "132, sctp"
  })
  void aProtocolBringsItsMatch(String protocol, String match) {
    assertThat(catalogue.matchOfProtocol(protocol).orElseThrow().name()).isEqualTo(match);
  }

  @ParameterizedTest
  @CsvSource({"icmpv6", "ipv6-icmp", "58"})
  void icmpv6BringsItsMatchInIpv6Only(String protocol) {
    Catalogue ipv6 = Catalogue.of(Family.IPV6);
    assertThat(ipv6.matchOfProtocol(protocol).orElseThrow().name()).isEqualTo("icmp6");
    assertThat(catalogue.matchOfProtocol(protocol)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"all", "gre", "47", "''"})
  void otherProtocolsBringNone(String protocol) {
    assertThat(catalogue.matchOfProtocol(protocol)).isEmpty();
  }

  @Test
  void aBeginningOfOneOptionIsThatOption() {
    Extension tcp = catalogue.match("tcp").orElseThrow();
    assertThat(tcp.option("--dp").orElseThrow().name()).isEqualTo("--dport");
    assertThat(tcp.option("--source").orElseThrow().name()).isEqualTo("--sport");
    assertThat(tcp.option("--tcp-f").orElseThrow().name()).isEqualTo("--tcp-flags");
  }

  @Test
  void aBeginningOfTwoOptionsIsNone() {
    Extension tcp = catalogue.match("tcp").orElseThrow();
    assertThat(tcp.option("--tcp")).isEmpty();
    assertThat(tcp.option("--s")).isEmpty();
    assertThat(tcp.option("--")).isEmpty();
    assertThat(tcp.option("-d")).isEmpty();
  }

  @Test
  void everyExtensionOfIptablesIsThere() {
    // The man page's sections, counted by hand for each family.
    assertThat(catalogue.matchNames()).contains("tcp", "ttl", "realm").doesNotContain("hl", "srh");
    assertThat(Catalogue.of(Family.IPV6).matchNames())
        .contains("tcp", "hl", "srh", "eui64")
        .doesNotContain("ttl", "realm");
    assertThat(catalogue.hasTarget("REDIRECT")).isTrue();
    assertThat(catalogue.match("nosuch")).isEmpty();
    assertThat(catalogue.hasTarget("ACCEPT")).isFalse();
    assertThat(catalogue.isVerdict("ACCEPT")).isTrue();
  }
}
