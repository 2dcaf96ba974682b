package io.github.chainbook.xtables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {

  @ParameterizedTest
  @CsvSource({
    "raw, PREROUTING OUTPUT",
    "mangle, PREROUTING INPUT FORWARD OUTPUT POSTROUTING",
    "nat, PREROUTING INPUT OUTPUT POSTROUTING",
    "filter, INPUT FORWARD OUTPUT",
    "security, INPUT FORWARD OUTPUT",
    "nosuch, PREROUTING INPUT FORWARD OUTPUT POSTROUTING"
  })
  void builtInChainsStandInHookOrder(String table, String chains) {
    assertThat(Tables.builtInChains(table)).containsExactly(chains.split(" "));
    assertThat(Tables.exists(table)).isEqualTo(Tables.NAMES.contains(table));
  }

  @Test
  void everyTableIsNamed() {
    assertThat(Tables.NAMES).containsExactly("raw", "mangle", "nat", "filter", "security");
    assertThat(Tables.isBuiltIn("nat", "FORWARD")).isFalse();
    assertThat(Tables.isBuiltIn("filter", "FORWARD")).isTrue();
  }

  @Test
  void familiesAreNamedByTheirWords() {
    assertThat(Family.named("ipv6")).contains(Family.IPV6);
    assertThat(Family.named("IPv6")).isEmpty();
  }
}
