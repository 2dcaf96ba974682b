package io.github.chainbook.figure.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HitsTest {

  @Test
  void aRulesShareIsOfWhatCameIntoItsChain() {
    Table table =
        table("[30:1] -A INPUT -p tcp -j C\n[10:1] -A INPUT -p udp -g C\n[4:1] -A C -j DROP\n");
    Hits hits = hits(table, "C").orElseThrow();
    assertThat(hits).isEqualTo(new Hits(BigInteger.valueOf(40), true));
    assertThat(hits.percent(BigInteger.valueOf(4))).hasValue(10);
    assertThat(hits.percent(BigInteger.valueOf(41))).isEmpty();
    assertThat(new Hits(BigInteger.valueOf(1000), true).percent(BigInteger.valueOf(999)))
        .hasValue(99);
  }

  @Test
  void ofABuiltInChainRulesAreComparedWithOneAnother() {
    Table table = table("[30:1] -A INPUT -p tcp -j ACCEPT\n[60:1] -A INPUT -p udp -j ACCEPT\n");
    assertThat(hits(table, "INPUT")).contains(new Hits(BigInteger.valueOf(60), false));
  }

  @Test
  void countersThatWereSetBackAreNoWhole() {
    Table table = table("[3:1] -A INPUT -j C\n[4:1] -A C -p tcp\n[9:1] -A C -p udp\n");
    assertThat(hits(table, "C")).contains(new Hits(BigInteger.valueOf(9), false));
  }

  @Test
  void withoutCountersNothingIsSaid() {
    Table table = table("-A INPUT -j C\n-A C -j DROP\n");
    assertThat(hits(table, "C")).isEmpty();
    assertThat(Hits.entered(table, table.chain("C").orElseThrow())).isEmpty();
    Table half = table("[3:1] -A INPUT -p tcp -j C\n-A INPUT -j C\n[1:1] -A C -j DROP\n");
    assertThat(Hits.entered(half, half.chain("C").orElseThrow())).isEmpty();
    assertThat(Hits.sum(half.chain("INPUT").orElseThrow().rules())).isEmpty();
  }

  @Test
  void whereNothingWasMetThereAreNoShares() {
    Hits hits = hits(table("[0:0] -A INPUT -j C\n[0:0] -A C -j DROP\n"), "C").orElseThrow();
    assertThat(hits.percent(BigInteger.ZERO)).isEmpty();
  }

  private static Optional<Hits> hits(Table table, String chain) {
    return Hits.of(table, table.chain(chain).orElseThrow());
  }

  private static Table table(String rules) {
    String dump = "*filter\n:INPUT ACCEPT [0:0]\n:C - [0:0]\n" + rules + "COMMIT\n";
    return new RulesetReader()
        .read(SourceText.of("t", dump.getBytes(StandardCharsets.UTF_8)), Optional.empty())
        .ruleset()
        .tables()
        .get(0);
  }
}
