package io.github.chainbook.topology.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.deployment.DeploymentDiagram;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.layout.DeploymentLayout;
import io.github.chainbook.figure.svg.DeploymentSvg;
import io.github.chainbook.figure.svg.SvgLabels;
import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.FlowWalker;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever network is drawn, its labels can be read. */
class DeploymentLabelsTest {

  private static final String RULES =
      """
      *nat
      :POSTROUTING ACCEPT [0:0]
      -A POSTROUTING -p tcp -m tcp --dport 443 -j MASQUERADE
      COMMIT
      *filter
      :FORWARD DROP [0:0]
      -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
      -A FORWARD -p tcp -m multiport --dports 80,443 -j ACCEPT
      -A FORWARD -p tcp -m tcp --dport 22 -j REJECT --reject-with tcp-reset
      COMMIT
      """;
  private static final List<String> LABELS =
      List.of("", "LAN", "办公网交换机", "the link between the front and the back of the shop");
  private static final List<Integer> PORTS = List.of(22, 80, 443, 8080);

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void noTwoOverlapAndNoneLeavesTheSheet(@ForAll long seed) {
    String declaration = network(new Random(seed));
    Topology topology =
        DeclaredTopology.of(SourceText.of("t.yaml", declaration), id -> RULES).topology();
    List<FlowWalk> walks = new FlowWalker(topology, Backend.LEGACY).walkAll();
    assertThat(problems(figure(topology, walks))).as(declaration).isEmpty();
    assertThat(problems(figure(topology, List.of()))).as(declaration).isEmpty();
  }

  @Example
  void whatOverlapsOrLeavesTheSheetIsFound() {
    String text = "<text x=\"%d\" y=\"20\" textLength=\"40\">abc</text>";
    String sheet = "<svg width=\"100\" height=\"30\" font-size=\"10\">%s</svg>";
    String apart = text.formatted(10) + text.formatted(55);
    assertThat(SvgLabels.problems(sheet.formatted(apart))).isEmpty();
    assertThat(SvgLabels.problems(sheet.formatted(apart + text.formatted(40)))).hasSize(2);
    assertThat(SvgLabels.problems(sheet.formatted(text.formatted(61)))).hasSize(1);
  }

  private static List<String> problems(DeploymentFigure figure) {
    List<String> problems = new ArrayList<>();
    for (DeploymentLayout layout :
        List.of(DeploymentLayout.wide(figure), DeploymentLayout.narrow(figure))) {
      String svg = DeploymentSvg.of(layout, "f", "cb-wide", figure.words());
      problems.addAll(SvgLabels.problems(svg));
    }
    return problems;
  }

  private static DeploymentFigure figure(Topology topology, List<FlowWalk> walks) {
    return DeploymentDiagram.of(
        new TopologyIds("t"), topology, walks, id -> true, Messages.english());
  }

  // Networks around a router, each with some hosts, of which any talks to any other.
  private static String network(Random random) {
    List<String> hosts = new ArrayList<>();
    StringBuilder links = new StringBuilder("links:\n");
    StringBuilder spaces = new StringBuilder();
    StringBuilder interfaces = new StringBuilder();
    int networks = 1 + random.nextInt(3);
    for (int i = 1; i <= networks; i++) {
      StringBuilder ends = new StringBuilder("router/eth" + i);
      interfaces.append(i > 1 ? ", " : "").append("eth" + i + ": 10.0." + i + ".1/24");
      for (int k = random.nextInt(4); k >= 0; k--) {
        String host = name(random, i * 10 + k);
        hosts.add(host);
        ends.append(", " + host + "/eth0");
        spaces.append(host(random, host, i, 10 + k));
      }
      String label = LABELS.get(random.nextInt(LABELS.size()));
      links.append("  - { label: \"" + label + "\", ends: [ " + ends + " ] }\n");
    }
    String rules = random.nextBoolean() ? "ruleset: router, " : "";
    return "nodes: { n: { label: a node } }\n"
        + links
        + "network-namespaces:\n"
        + ("  router: { kind: host, " + rules + "sysctl: { ipv4.ip_forward: 1 }")
        + (", interfaces: { " + interfaces + " }, processes: {} }\n")
        + spaces
        + flows(random, hosts);
  }

  private static String name(Random random, int number) {
    return switch (random.nextInt(5)) {
      case 0 -> "主机" + number;
      case 1 -> "payment-service-of-the-production-cluster-" + number;
      default -> "h" + number;
    };
  }

  private static String host(Random random, String name, int network, int number) {
    String node = random.nextInt(3) == 0 ? "node: n, " : "";
    String address = "10.0." + network + "." + number + "/24";
    String ports = PORTS.stream().filter(p -> random.nextBoolean()).toList().toString();
    return ("  " + name + ": { kind: pod, " + node)
        + ("interfaces: { eth0: " + address + " }, ")
        + ("routes: [ default via 10.0." + network + ".1 ], ")
        + ("processes: { app: { uid: 1000, listens: " + ports + " }, curl: { uid: 7 } } }\n");
  }

  private static String flows(Random random, List<String> hosts) {
    StringBuilder flows = new StringBuilder();
    for (int i = random.nextInt(9); i > 0 && hosts.size() > 1; i--) {
      String from = hosts.get(random.nextInt(hosts.size()));
      String to = hosts.get(random.nextInt(hosts.size()));
      String process = random.nextBoolean() ? "curl" : "app";
      int port = PORTS.get(random.nextInt(PORTS.size()));
      flows.append("  - " + from + "/" + process + " -> " + to + ":" + port + "\n");
    }
    return flows.isEmpty() ? "" : "flows:\n" + flows;
  }
}
