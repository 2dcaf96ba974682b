package io.github.chainbook.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainPathTest {

  @ParameterizedTest
  @CsvSource({
    "A, , , A",
    "nat/A, , nat, A",
    "sidecar/A, sidecar, , A",
    "sidecar/nat/A, sidecar, nat, A",
    "sidecar/nat/a/b, sidecar, nat, a/b",
    "nat/nat/A, nat, nat, A"
  })
  void readsTheParts(String target, String ruleset, String table, String chain) {
    ChainPath path = ChainPath.parse(target);
    assertThat(path.ruleset().orElse(null)).isEqualTo(ruleset);
    assertThat(path.table().orElse(null)).isEqualTo(table);
    assertThat(path.chain()).isEqualTo(chain);
  }
}
