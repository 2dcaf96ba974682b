package io.github.chainbook.topology.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.deployment.Block;
import io.github.chainbook.figure.deployment.DeploymentDiagram;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.deployment.Wire;
import io.github.chainbook.figure.svg.DeploymentSvgProblems;
import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.FlowWalker;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every topology of the tests, drawn: the pictures say what the figures say, and lead there. */
class DeploymentFiguresTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allow-list",
        "answers",
        "docker-with-proxy",
        "docker-without-br-netfilter",
        "docker-without-proxy",
        "failing",
        "home-router",
        "loop",
        "names",
        "node-port",
        "one-way-nat",
        "proxy-arp",
        "service-behind-sender",
        "sidecar",
        "sidecar-ipv6",
        "tproxy",
        "tproxy-gateway",
        "two-uplinks"
      })
  void declared(String name) {
    assertThat(problems(DeclaredTopology.of(name).topology())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failing",
        "five-flows",
        "home",
        "idle",
        "long-names",
        "one-switch",
        "other-script",
        "pod-node-pod",
        "spare-cable",
        "two-workers"
      })
  void drawn(String name) {
    Topology topology = DeclaredTopology.drawn(name).topology();
    assertThat(problems(topology)).isEmpty();
    // The network alone, as where there are too many flows.
    assertThat(DeploymentSvgProblems.of(figure(topology, List.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"five-flows", "home", "idle", "pod-node-pod", "spare-cable"})
  void eachEndOfALinkIsJoinedOnce(String name) {
    Topology topology = DeclaredTopology.drawn(name).topology();
    DeploymentFigure figure = figure(topology, List.of());
    List<String> devices =
        figure
            .blocks()
            .filter(block -> block.kind() == Block.Kind.DEVICE)
            .map(block -> block.lines().get(0).text())
            .sorted()
            .toList();
    assertThat(devices)
        .isEqualTo(
            topology.links().stream()
                .flatMap(link -> link.ends().stream())
                .map(Link.End::device)
                .sorted()
                .toList());
    long cables = figure.wires().stream().filter(w -> w.kind() == Wire.Kind.CABLE).count();
    long hubs = figure.blocks().filter(block -> block.kind() == Block.Kind.LINK).count();
    assertThat(cables).isEqualTo(devices.size() - (topology.links().size() - hubs));
  }

  @Test
  void whatNoFlowUsesIsSaidToo() {
    Topology topology = DeclaredTopology.drawn("spare-cable").topology();
    List<FlowWalk> walks = new FlowWalker(topology, Backend.LEGACY).walkAll();
    assertThat(figure(topology, walks).description())
        .contains("Link office joins client (eth0) and gateway (eth0). A link joins gateway (eth1)")
        .contains(
            "Link spare cable joins client (eth1) and server (eth1); no flow goes over it. Flow 1");
    assertThat(legend(figure(topology, walks)))
        .endsWith("2 client/curl -> server:443", "thin line: a link that no flow uses");
    DeploymentFigure home = figure(DeclaredTopology.drawn("home").topology(), List.of());
    assertThat(home.description()).doesNotContain("no flow").contains("printer (eth0)");
    assertThat(legend(home)).isEmpty();
  }

  @Test
  void whatFlowsUseThatAreNotShownIsNotSaidToBeUnused() {
    Topology topology = DeclaredTopology.drawn("home").topology();
    List<FlowWalk> walks = new FlowWalker(topology, Backend.LEGACY).walkAll();
    DeploymentFigure figure = figure(topology, walks.subList(3, 4));
    assertThat(figure.description())
        .contains("storage (eth0), printer (eth0) and router (lan); no flow of this figure goes")
        .doesNotContain("no flow goes");
    assertThat(legend(figure))
        .containsExactly("thin line: a link that no flow of this figure uses");
  }

  private static List<String> legend(DeploymentFigure figure) {
    return figure
        .blocks()
        .filter(block -> block.kind() == Block.Kind.LEGEND)
        .map(block -> block.lines().get(0).text())
        .toList();
  }

  @Test
  void aLinkIsThereOnceHoweverManyFlowsGoOverIt() {
    Topology topology = DeclaredTopology.drawn("five-flows").topology();
    List<FlowWalk> walks = new FlowWalker(topology, Backend.LEGACY).walkAll();
    DeploymentFigure figure = figure(topology, walks);
    assertThat(figure.blocks().filter(block -> block.kind() == Block.Kind.LINK)).hasSize(2);
    assertThat(figure.wires()).noneMatch(wire -> wire.kind() == Wire.Kind.CABLE);
    assertThat(figure.blocks().filter(block -> block.kind() == Block.Kind.LEGEND)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data-plane", "gallery", "office"})
  void theBooks(String name) {
    assertThat(problems(DeclaredTopology.ofTheBook(name).topology())).isEmpty();
  }

  @Test
  void aLinkThatAFlowGoesOverShowsItsLabel() {
    Topology topology = DeclaredTopology.of("docker-without-proxy").topology();
    List<FlowWalk> walks = new FlowWalker(topology, Backend.LEGACY).walkAll();
    List<String> labels =
        figure(topology, walks.subList(0, 1))
            .blocks()
            .filter(block -> block.kind() == Block.Kind.LINK)
            .map(block -> block.lines().get(0).text())
            .toList();
    assertThat(labels).containsExactly("docker bridge");
  }

  static LongStream seeds() {
    return LongStream.range(0, 25);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void random(long seed) {
    RandomTopology random = RandomTopology.of(seed);
    Topology topology =
        DeclaredTopology.of(random.declaration(), id -> random.rules().get(id)).topology();
    assertThat(problems(topology)).as(random.text()).isEmpty();
  }

  // All flows in one figure, and each in its own.
  private static List<String> problems(Topology topology) {
    List<FlowWalk> walks = new FlowWalker(topology, Backend.LEGACY).walkAll();
    List<String> problems = new ArrayList<>(DeploymentSvgProblems.of(figure(topology, walks)));
    IntStream.range(0, walks.size())
        .mapToObj(i -> figure(topology, List.of(walks.get(i))))
        .forEach(figure -> problems.addAll(DeploymentSvgProblems.of(figure)));
    return problems;
  }

  private static DeploymentFigure figure(Topology topology, List<FlowWalk> walks) {
    return DeploymentDiagram.of(
        new TopologyIds("t"), topology, walks, id -> true, Messages.english());
  }
}
