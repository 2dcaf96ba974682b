package io.github.chainbook.topology.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.FlowWalker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Flows against the kernel of this machine: each topology is built in network namespaces, with its
 * rules and with small processes that listen and pass on, and its flows are sent. What the kernel
 * did to each connection has to be what was walked: who got it and from where, what rules matched
 * in each namespace, what they counted, how it ended.
 */
class TopologyKernelTest {

  /** How often a flow is sent that may take several ways. */
  private static final int OFTEN = 6;

  @BeforeAll
  static void needsTheKernel() {
    Optional<String> obstacle = TopologyOracle.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sidecar",
        "sidecar-ipv6",
        "service-behind-sender",
        "node-port",
        "docker-with-proxy",
        "docker-without-proxy",
        "tproxy",
        "failing",
        "loop",
        "names",
        "home-router",
        "two-uplinks",
        "allow-list"
      })
  void theKernelDoesWhatWasWalked(String name) throws IOException {
    DeclaredTopology declared = DeclaredTopology.of(name);
    Topology topology = declared.topology();
    List<FlowWalk> walks = new FlowWalker(topology, Backend.LEGACY).walkAll();
    assertThat(walks).isNotEmpty().allSatisfy(walk -> assertThat(walk.problems()).isEmpty());

    List<Map<String, Object>> answers =
        TopologyOracle.ask(
            new TopologyPlan(
                    topology,
                    flow -> walks.get(flow.number() - 1).ways().size() == 1 ? 1 : OFTEN,
                    declared.sets())
                .values());

    List<String> differences = new ArrayList<>();
    for (Map<String, Object> answer : answers) {
      RealFlow real = new RealFlow(answer);
      FlowWalk walk = walks.get(real.flow() - 1);
      FlowComparison.differences(walk, real)
          .forEach(found -> differences.add(walk.flow().text() + ": " + found));
    }
    assertThat(differences).isEmpty();
    assertThat(answers.size()).isGreaterThanOrEqualTo(walks.size());
  }
}
