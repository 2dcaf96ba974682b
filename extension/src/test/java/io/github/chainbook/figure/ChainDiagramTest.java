package io.github.chainbook.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.chainbook.figure.plantuml.PlantUmlRenderer;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.words.Messages;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainDiagramTest {

  // A loop that no hook leads to loads; one behind an unconditional verdict does in legacy.
  @ParameterizedTest
  @ValueSource(strings = {"", "-A INPUT -j ACCEPT\n-A INPUT -j U\n", "-A INPUT -j U\n"})
  void aDrawingSurvivesCycles(String first) {
    String dump =
        "*filter\n:INPUT ACCEPT [0:0]\n:U - [0:0]\n:V - [0:0]\n"
            + first
            + "-A U -j V\n-A V -g U\n-A V -j V\nCOMMIT\n";
    Table table =
        new RulesetReader()
            .read(SourceText.of("t", dump), Optional.empty())
            .ruleset()
            .tables()
            .get(0);
    Figure figure =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () ->
                ChainDiagram.of(new Ids("t"), table, table.chains(), "Chains", Messages.english()));
    assertThat(figure.boxes()).hasSize(3);
    assertThat(figure.arrows()).hasSize(first.isEmpty() ? 3 : 4);
    assertThat(PlantUmlRenderer.render(figure)).isNotEmpty();
  }
}
