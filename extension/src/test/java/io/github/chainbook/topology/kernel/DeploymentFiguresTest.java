package io.github.chainbook.topology.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.deployment.Block;
import io.github.chainbook.figure.deployment.DeploymentDiagram;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.svg.DeploymentSvgProblems;
import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.FlowWalker;
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

  @Test
  void theBooks() {
    assertThat(problems(DeclaredTopology.ofTheBook().topology())).isEmpty();
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
    return DeploymentDiagram.of(new TopologyIds("t"), topology, walks, id -> true);
  }
}
