package io.github.chainbook.topology.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.FlowWalker;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Flows against the kernel of this machine: each topology is built in network namespaces, with its
 * rules and with small processes that listen and pass on, and its flows are sent. What the kernel
 * did to each connection has to be what was walked: who got it and from where, what rules matched
 * in each namespace, what they counted, how it ended.
 */
class TopologyKernelTest {

  @BeforeAll
  static void needsTheKernel() {
    Optional<String> obstacle = TopologyOracle.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
  }

  /** How often a difference has to be found again before it is one. */
  private static final int AGAIN = 3;

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
        "allow-list",
        "proxy-arp",
        "answers",
        "docker-without-br-netfilter",
        "one-way-nat",
        "tproxy-gateway"
      })
  void theKernelDoesWhatWasWalked(String name) throws IOException {
    agrees(DeclaredTopology.of(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data-plane", "gallery", "office"})
  void theKernelDoesWhatTheBookShows(String name) throws IOException {
    agrees(DeclaredTopology.ofTheBook(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failing",
        "five-flows",
        "home",
        "long-names",
        "one-switch",
        "other-script",
        "pod-node-pod",
        "spare-cable",
        "two-workers"
      })
  void theKernelDoesWhatIsDrawn(String name) throws IOException {
    agrees(DeclaredTopology.drawn(name));
  }

  private static void agrees(DeclaredTopology declared) throws IOException {
    List<FlowWalk> walks = walks(declared.topology());
    assertThat(walks).isNotEmpty().allSatisfy(walk -> assertThat(walk.problems()).isEmpty());
    List<String> found = differences(declared, walks);
    // On a busy machine a packet may be sent twice and counted twice; what really differs, differs
    // again.
    for (int again = 0; again < AGAIN && !found.isEmpty(); again++) {
      found = differences(declared, walks);
    }
    assertThat(found).isEmpty();
  }

  /** {@link FlowDifferences} asks about as many more as one likes. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theKernelDoesWhatWasWalkedInRandomTopologies(long seed) throws IOException {
    FlowTally tally = FlowDifferences.of(seed);
    assertThat(tally.differences()).isEmpty();
    assertThat(tally.sendings()).isPositive();
  }

  @Test
  void anotherWayThanTheKernelsIsFound() throws IOException {
    DeclaredTopology declared = DeclaredTopology.of("sidecar");
    DeclaredTopology other = DeclaredTopology.of("sidecar", text -> text.replace("15006", "15021"));
    assertThat(differences(declared, walks(other.topology())))
        .anyMatch(found -> found.contains("connection 2"))
        .anyMatch(found -> found.contains("fortio-server, passage 2"))
        .anyMatch(found -> found.contains("the kernel counted"));
  }

  private static List<FlowWalk> walks(Topology topology) {
    return new FlowWalker(topology, Backend.LEGACY).walkAll();
  }

  private static List<String> differences(DeclaredTopology declared, List<FlowWalk> walks)
      throws IOException {
    FlowTally tally = FlowTally.of(declared, walks, new FlowComparison(true));
    assertThat(tally.sendings()).isGreaterThanOrEqualTo(walks.size());
    return tally.differences();
  }
}
