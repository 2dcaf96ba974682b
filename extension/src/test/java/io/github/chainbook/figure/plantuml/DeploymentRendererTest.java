package io.github.chainbook.figure.plantuml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.deployment.Block;
import io.github.chainbook.figure.deployment.DeploymentDiagram;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.deployment.Part;
import io.github.chainbook.figure.deployment.Wire;
import io.github.chainbook.figure.flow.Deployment;
import io.github.chainbook.figure.flow.Deployments;
import io.github.chainbook.text.VisibleText;
import io.github.chainbook.words.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden pairs of deployments and PlantUML text, and what pictures say. */
class DeploymentRendererTest {

  @ParameterizedTest
  @MethodSource("io.github.chainbook.figure.flow.Deployments#names")
  void drawsADeployment(String name) throws IOException {
    List<String> lines = DeploymentRenderer.render(figure(name));
    assertThat(String.join("\n", lines) + "\n")
        .isEqualTo(Drawing.golden(name + "-deployment.puml"));
  }

  @ParameterizedTest
  @MethodSource("io.github.chainbook.figure.flow.Deployments#names")
  void thePictureSaysWhatTheFigureSays(String name) throws IOException {
    DeploymentFigure figure = figure(name);
    Document svg = Drawing.of(DeploymentRenderer.render(figure));
    figure.blocks().forEach(block -> assertThat(shown(svg, block)).isEqualTo(said(block)));
    long seen = figure.wires().stream().filter(Wire::isSeen).count();
    assertThat(svg.select("g.link")).hasSize((int) seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "node-port", "refused", "two-flows"})
  void itsColoursAreThoseOfTheTheme(String name) throws IOException {
    Document svg = Drawing.of(DeploymentRenderer.render(figure(name)));
    assertThat(Palette.properties().keySet()).containsAll(Drawing.colors(svg));
  }

  @Test
  void whatTheBookHasNotIsNotLinked() {
    Deployment seed = Deployments.of("seed");
    DeploymentFigure figure =
        DeploymentDiagram.of(
            new TopologyIds("pods"),
            seed.topology(),
            seed.walks(),
            id -> id.equals("pods-flow-1-3") || id.startsWith("sidecar-nat-ISTIO_REDIRECT"),
            Messages.english());
    assertThat(figure.words().tips().keySet())
        .containsExactlyInAnyOrder("pods-flow-1-3", "sidecar-nat-ISTIO_REDIRECT:1");
    assertThat(figure.words().tips())
        .containsEntry(
            "sidecar-nat-ISTIO_REDIRECT:1",
            "-A ISTIO_REDIRECT -p tcp -j REDIRECT --to-ports 15001");
  }

  @Property(tries = 30)
  void whateverGoesInIsWhatTheSvgSays(@ForAll("texts") List<String> texts) throws IOException {
    assertSame(texts);
  }

  @Example
  void knownTraps() throws IOException {
    assertSame(Texts.TRAPS);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Texts.any();
  }

  private static void assertSame(List<String> texts) throws IOException {
    List<Part> blocks = new ArrayList<>();
    for (String text : texts) {
      for (boolean linked : new boolean[] {true, false}) {
        Block.Kind kind = Block.Kind.values()[blocks.size() % Block.Kind.values().length];
        Optional<Link> link =
            linked ? Optional.of(new Link("id" + blocks.size(), text)) : Optional.empty();
        List<Line> lines = new ArrayList<>();
        for (Line.Tone tone : Line.Tone.values()) {
          lines.add(new Line(tone, text, link));
        }
        blocks.add(new Block(blocks.size(), kind, 1, lines));
      }
    }
    DeploymentFigure figure = new DeploymentFigure("t", "d", blocks, List.of());
    Document svg = Drawing.of(DeploymentRenderer.render(figure));
    figure
        .blocks()
        .forEach(
            block -> {
              String said = said(block);
              assertThat(shown(svg, block)).as("block %s", block).isEqualTo(said);
              block
                  .lines()
                  .get(0)
                  .link()
                  .ifPresent(l -> assertThat(Drawing.linked(svg, l.id())).isEqualTo(said));
            });
  }

  private static String shown(Document svg, Block block) {
    return Drawing.text(svg.selectFirst("g.entity[data-qualified-name$=b" + block.number() + "]"));
  }

  private static String said(Block block) {
    StringBuilder said = new StringBuilder();
    block.lines().forEach(line -> said.append(VisibleText.of(line.text())));
    return Drawing.withoutBlanks(said.toString());
  }

  private static DeploymentFigure figure(String name) {
    Deployment deployment = Deployments.of(name);
    return DeploymentDiagram.of(
        new TopologyIds("pods"),
        deployment.topology(),
        deployment.walks(),
        id -> true,
        Messages.english());
  }
}
