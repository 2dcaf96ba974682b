package io.github.chainbook.figure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.deployment.DeploymentDiagram;
import io.github.chainbook.figure.sequence.FlowSequence;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.words.EnglishWords;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.PseudoLanguage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows that end in all ways, said in a language of which no word is English. */
class OtherLanguageFlowsTest {

  private static final Messages WORDS = PseudoLanguage.messages();

  /** Names that the deployments of tests hold, and those of netfilter. */
  private static final String NAMES =
      """
      client fortio-server-l2 shop office httpd curl app envoy filter laptop host-1 web-a web-b
      node-1 kubelet idle sshd server sidecar kube nginx eth0 uid tcp udp netfilter
      PREROUTING INPUT FORWARD OUTPUT POSTROUTING nat mangle raw ACCEPT DROP REJECT
      ISTIO_IN_REDIRECT ISTIO_INBOUND ISTIO_OUTPUT ISTIO_REDIRECT WEB REDIRECT DNAT TPROXY RETURN
      LAN MASQUERADE --mode random statistic probability icmp-port-unreachable RETURN
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed",
        "node-port",
        "refused",
        "rejected",
        "dropped",
        "tproxy",
        "loop",
        "two-flows",
        "unanswered",
        "idle-link",
        "bare"
      })
  void sayNothingInEnglish(String name) {
    Deployment deployment = Deployments.of(name);
    Topology topology = deployment.topology();
    Names names = new Names(topology, WORDS);
    List<String> said = new ArrayList<>();
    TopologyIds ids = new TopologyIds("t");
    var figure = DeploymentDiagram.of(ids, topology, deployment.walks(), id -> true, WORDS);
    said.addAll(said(figure.words()));
    for (FlowWalk walk : deployment.walks()) {
      var sequence = FlowSequence.of(ids, topology, walk, id -> true, WORDS);
      said.addAll(said(sequence.words()));
      said.add(FlowSentence.of(names, walk));
      walk.ways().forEach(way -> said.add(names.of(way.ending()) + " " + way.reason().in(WORDS)));
    }
    assertThat(said).isNotEmpty();
    assertThat(EnglishWords.in(said, NAMES)).isEmpty();
  }

  private static List<String> said(FigureWords words) {
    List<String> said = new ArrayList<>();
    words.tips().values().stream().filter(tip -> !tip.startsWith("-A ")).forEach(said::add);
    said.add(words.title());
    said.add(words.description());
    return said;
  }
}
