package io.github.chainbook.ruleset;

import static io.github.chainbook.ruleset.Dumps.filter;
import static io.github.chainbook.ruleset.Dumps.read;
import static io.github.chainbook.ruleset.Dumps.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final String CYCLE =
      filter(
          ":B - [0:0]",
          ":A - [0:0]",
          ":LOST - [0:0]",
          ":OUTPUT ACCEPT [0:0]",
          ":INPUT ACCEPT [0:0]",
          "-A INPUT -j A",
          "-A A -g B",
          "-A B -j A",
          "-A B -j ACCEPT",
          "-A LOST -j B",
          "-A OUTPUT -j B");

  @Test
  void builtInChainsStandInHookOrderAndTheOthersInTheDumps() {
    assertThat(table(CYCLE).chains())
        .extracting(Chain::name)
        .containsExactly("INPUT", "OUTPUT", "B", "A", "LOST");
  }

  @Test
  void jumpsAreFoundFromBothEnds() {
    Table table = table(CYCLE);
    assertThat(table.jumpsTo("B"))
        .extracting(jump -> jump.from().name() + " " + jump.rule().position().line())
        .containsExactly("OUTPUT 12", "A 8", "LOST 11");
    assertThat(table.jumpsTo("ACCEPT")).isEmpty();
    assertThat(table.ruleCount()).isEqualTo(6);
  }

  @Test
  void hooksReachWhatJumpsAndGotosLeadTo() {
    Reachability reachability =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> new Reachability(table(CYCLE)), "a cycle ends");
    assertThat(reachability.hooksOf("B")).isEqualTo(Set.of("INPUT", "OUTPUT"));
    assertThat(reachability.hooksOf("A")).isEqualTo(Set.of("INPUT", "OUTPUT"));
    assertThat(reachability.hooksOf("INPUT")).isEqualTo(Set.of("INPUT"));
    assertThat(reachability.hooksOf("LOST")).isEmpty();
    assertThat(reachability.hooksOf("NOSUCH")).isEmpty();
  }

  @Test
  void aNameIsAVerdictOrAChainOrAnExtension() {
    Table table =
        table(
            filter(
                ":LOG - [0:0]",
                "-A INPUT -j RETURN",
                "-A INPUT -j LOG",
                "-A INPUT -j REJECT",
                "-A INPUT -g LOG"));
    assertThat(table.chain("INPUT").orElseThrow().rules())
        .extracting(rule -> rule.target().orElseThrow().kind().word())
        .containsExactly("verdict", "jump", "extension", "goto");
  }

  @Test
  void theLaterOfTwoTablesOfOneNameCounts() {
    Ruleset ruleset =
        read(filter("-A INPUT -j DROP") + "*nat\nCOMMIT\n" + filter("-A OUTPUT")).ruleset();
    assertThat(ruleset.tables()).extracting(Table::name).containsExactly("nat", "filter");
    assertThat(ruleset.table("filter").orElseThrow().line()).isEqualTo(6);
    assertThat(ruleset.ruleCount()).isEqualTo(1);
    assertThat(ruleset.table("raw")).isEmpty();
  }
}
