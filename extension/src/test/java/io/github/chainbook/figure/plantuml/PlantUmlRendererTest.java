package io.github.chainbook.figure.plantuml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.ChainDiagram;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.words.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden pairs: {@code NAME.dump} and the PlantUML text of its first table, {@code NAME.puml}. */
class PlantUmlRendererTest {

  @ParameterizedTest
  @ValueSource(strings = {"sidecar", "goto", "undeclared"})
  void drawsADump(String name) throws IOException {
    String dump = resource(name + ".dump");
    Table table =
        new RulesetReader()
            .read(SourceText.of(name, dump), Optional.empty())
            .ruleset()
            .tables()
            .get(0);
    Figure figure =
        ChainDiagram.of(new Ids(name), table, table.chains(), "Chains", Messages.english());
    assertThat(String.join("\n", PlantUmlRenderer.render(figure)) + "\n")
        .isEqualTo(resource(name + ".puml"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PlantUmlRendererTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
