package io.github.chainbook.figure.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.deployment.Block;
import io.github.chainbook.figure.deployment.DeploymentDiagram;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.deployment.Group;
import io.github.chainbook.figure.deployment.Part;
import io.github.chainbook.figure.deployment.Wire;
import io.github.chainbook.figure.flow.Deployment;
import io.github.chainbook.figure.flow.Deployments;
import io.github.chainbook.figure.layout.DeploymentLayout;
import io.github.chainbook.words.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden files hold the pictures themselves: nothing in them depends on a machine. */
class DeploymentSvgTest {

  @ParameterizedTest
  @MethodSource("io.github.chainbook.figure.flow.Deployments#names")
  void drawsADeployment(String name) throws IOException {
    DeploymentFigure figure = figure(name);
    assertThat(DeploymentSvgProblems.of(figure)).isEmpty();
    assertThat(wide(figure)).isEqualTo(resource(name + "-deployment.svg"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "unanswered"})
  void drawsItForNarrowScreens(String name) throws IOException {
    DeploymentFigure figure = figure(name);
    String svg =
        DeploymentSvg.of(DeploymentLayout.narrow(figure), "f", "cb-narrow", figure.words());
    assertThat(svg).isEqualTo(resource(name + "-deployment-narrow.svg"));
  }

  @Test
  void theBooksFigureFitsItsColumnAndAPhone() {
    DeploymentFigure figure = figure("seed");
    // The theme lets a drawing shrink to 0.85 of its size before it scrolls.
    assertThat(DeploymentLayout.wide(figure).width() * 0.85).isLessThan(735);
    assertThat(DeploymentLayout.narrow(figure).width() * 0.85).isLessThan(320);
  }

  @Test
  void aDroppedPacketHasACrossAndLeadsToTheRule() {
    String svg = wide(figure("dropped"));
    assertThat(svg.split("class=\"cb-cross\"", -1)).hasSize(2);
    int end = svg.indexOf("cb-block-end");
    assertThat(svg.substring(end, svg.indexOf("</g>\n", end)))
        .contains("href=\"#shop-filter-INPUT\"")
        .contains(">dropped</text>");
  }

  @Test
  void flowsDifferWithoutColours() {
    String svg = wide(figure("two-flows"));
    assertThat(svg.replaceAll("(?s).*?cb-way cb-flow-2.*?(stroke-dasharray=\"[^\"]*\").*", "$1"))
        .isNotEqualTo(
            svg.replaceAll("(?s).*?cb-way cb-flow-3.*?(stroke-dasharray=\"[^\"]*\").*", "$1"));
    assertThat(svg).contains(">1.1</text>", ">2.1</text>", ">3.1</text>", ">4.1</text>");
  }

  @Test
  void asManyFlowsAsAFigureShowsLookDifferent() {
    Set<List<Object>> looks = new HashSet<>();
    for (int flow = 1; flow <= DeploymentDiagram.MOST_FLOWS; flow++) {
      FlowLook look = FlowLook.of(flow);
      looks.add(List.of(look.dashes(), look.hollow()));
    }
    assertThat(looks).hasSize(DeploymentDiagram.MOST_FLOWS);
  }

  @Test
  void aLinkThatNoFlowUsesIsAPlainLine() {
    assertThat(wide(figure("idle-link"))).contains("class=\"cb-cable\"").doesNotContain("cb-way");
  }

  @Test
  void forPrintNoTextIsSpaced() {
    DeploymentFigure figure = figure("seed");
    String svg = DeploymentSvg.forPrint(DeploymentLayout.wide(figure), "f", figure.words());
    assertThat(svg).doesNotContain("textLength").doesNotContain("var(").contains("REDIRECT");
  }

  @Test
  void isTheSameEachTime() {
    assertThat(wide(figure("two-flows"))).isEqualTo(wide(figure("two-flows")));
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void saysWhatTheFigureSaysWhateverThatIs(@ForAll long seed) {
    assertThat(DeploymentSvgProblems.of(random(new Random(seed)))).isEmpty();
  }

  // Namespaces, some on nodes, in which blocks follow one another, and flows that go anywhere.
  private static DeploymentFigure random(Random random) {
    List<Part> parts = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    int next = 0;
    for (int i = random.nextInt(4); i >= 0; i--) {
      List<Part> inside = new ArrayList<>();
      inside.add(new Block(next++, Block.Kind.TITLE, 0, lines(random)));
      for (int k = random.nextInt(5); k > 0; k--) {
        numbers.add(next);
        inside.add(block(random, next++));
      }
      Group namespace = new Group(Group.Kind.NAMESPACE, text(random), inside);
      if (random.nextInt(3) == 0) {
        Block title = new Block(next++, Block.Kind.TITLE, 0, lines(random));
        parts.add(new Group(Group.Kind.NODE, text(random), List.of(title, namespace)));
      } else {
        parts.add(namespace);
      }
    }
    numbers.add(next);
    parts.add(block(random, next));
    return new DeploymentFigure(text(random), "d" + text(random), parts, wires(random, numbers));
  }

  private static List<Wire> wires(Random random, List<Integer> numbers) {
    List<Wire> wires = new ArrayList<>();
    List<List<Integer>> seen = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      int from = numbers.get(random.nextInt(numbers.size()));
      int to = numbers.get(random.nextInt(numbers.size()));
      int flow = 1 + random.nextInt(5);
      if (from != to && !seen.contains(List.of(from, to, flow))) {
        seen.add(List.of(from, to, flow));
        wires.add(
            random.nextInt(5) == 0
                ? Wire.cable(from, to, text(random))
                : Wire.flow(from, to, flow, random.nextBoolean(), link(random)));
      }
    }
    return wires;
  }

  private static Block block(Random random, int number) {
    List<Block.Kind> kinds = new ArrayList<>(List.of(Block.Kind.values()));
    kinds.remove(Block.Kind.TITLE);
    Block.Kind kind = kinds.get(random.nextInt(kinds.size()));
    int flow = kind == Block.Kind.HOP ? 1 + random.nextInt(5) : random.nextInt(3);
    return new Block(number, kind, flow, lines(random));
  }

  private static List<Line> lines(Random random) {
    List<Line> lines = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      Line.Tone tone = Line.Tone.values()[random.nextInt(3)];
      lines.add(new Line(tone, text(random), link(random)));
    }
    return lines;
  }

  private static Optional<Link> link(Random random) {
    return random.nextInt(3) == 0
        ? Optional.of(new Link("id-" + random.nextInt(999), text(random)))
        : Optional.empty();
  }

  private static String text(Random random) {
    return random.nextInt(3) == 0
        ? ChainSvgTest.HOSTILE.get(random.nextInt(ChainSvgTest.HOSTILE.size()))
        : "w" + random.nextInt(99) + " " + "v".repeat(random.nextInt(40));
  }

  private static String wide(DeploymentFigure figure) {
    return DeploymentSvg.of(DeploymentLayout.wide(figure), "f", "cb-wide", figure.words());
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

  private static String resource(String name) throws IOException {
    try (InputStream in = DeploymentSvgTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
