package io.github.chainbook.xtables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

  private final Catalogue catalogue = Catalogue.standard();

  static Stream<Extension> extensions() {
    Catalogue catalogue = Catalogue.standard();
    return Stream.of(
            Stream.of(catalogue.general(), catalogue.builtIn()),
            catalogue.matchNames().stream().sorted().flatMap(n -> catalogue.match(n).stream()),
            Stream.of("REDIRECT").flatMap(n -> catalogue.target(n).stream()))
        .flatMap(s -> s);
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
    for (OptionSpec option : extension.options()) {
      assertThat(extension.option(option.name())).contains(option);
      for (String alias : option.aliases()) {
        assertThat(extension.option(alias)).contains(option);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tcp, tcp",
    "TCP, tcp",
    "6, tcp",
    "udp, udp",
    "17, udp",
    "icmp, icmp",
    "1, icmp",
    "icmpv6, icmp6",
    "ipv6-icmp, icmp6",
    "58, icmp6",
    "sctp, sctp",
    "132, sctp"
  })
  void aProtocolBringsItsMatch(String protocol, String match) {
    assertThat(catalogue.matchOfProtocol(protocol)).contains(match);
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
  void whatIsDescribedIsKnown() {
    for (String match : List.of("tcp", "udp", "owner", "comment")) {
      assertThat(catalogue.hasMatch(match)).isTrue();
      assertThat(catalogue.match(match).orElseThrow().name()).isEqualTo(match);
    }
    assertThat(catalogue.hasTarget("REDIRECT")).isTrue();
    assertThat(catalogue.hasMatch("nosuch")).isFalse();
    assertThat(catalogue.hasTarget("ACCEPT")).isFalse();
    assertThat(catalogue.isVerdict("ACCEPT")).isTrue();
  }
}
