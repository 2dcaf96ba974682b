package io.github.chainbook.topology.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Place.Target;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Proxy;
import io.github.chainbook.topology.Proxy.Onward;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A declaration that uses every key, {@code full.yaml}: its values, and its beginnings. */
class FullDeclarationTest {

  private static final String FULL = Declarations.resource("full.yaml");

  private final Declarations declarations = new Declarations();
  private final TopologyReading reading = declarations.read(FULL);
  private final Topology topology = reading.topology();

  private Namespace namespace(String name) {
    return topology.namespaces().get(name);
  }

  @Test
  void nothingIsWrongWithIt() {
    assertThat(reading.diagnostics()).isEmpty();
  }

  @Test
  void nodesAndNamespacesKeepTheirOrder() {
    assertThat(topology.nodes())
        .hasToString(
            "{node-1=Node[name=node-1, label=worker 1], node-2=Node[name=node-2, label=node-2]}");
    assertThat(topology.namespaces().keySet())
        .containsExactly("client", "fortio-server", "fortio-server-l2", "node-1");
  }

  @Test
  void aNamespaceHasWhatWasSaidOfIt() {
    Namespace client = namespace("client");
    assertThat(client.kind()).isEqualTo(Namespace.Kind.POD);
    assertThat(client.label()).isEqualTo("client pod (netshoot)");
    assertThat(client.node()).contains("node-1");
    assertThat(client.interfaces())
        .hasToString("{eth0=[10.244.1.7/24], eth1=[10.1.0.7/24, 2001:db8::7/64]}");
    assertThat(client.routes()).contains(List.of("default via 10.244.1.1 dev eth0"));
    assertThat(client.commands())
        .containsExactly(
            "rule add fwmark 1 lookup 100", "route add local 0.0.0.0/0 dev lo table 100");
    assertThat(client.settings())
        .isEqualTo(Map.of("ipv4.ip_forward", "1", "ipv4.conf.all.route_localnet", "0"));
    assertThat(client.rules()).isEmpty();
    assertThat(client.position()).hasToString("t.yaml:6:3");
  }

  @Test
  void whatNothingIsSaidOfIsNotKnown() {
    Namespace node = namespace("node-1");
    assertThat(node.kind()).isEqualTo(Namespace.Kind.HOST);
    assertThat(node.label()).isEqualTo("node-1");
    assertThat(node.routes()).isEmpty();
    assertThat(node.processes()).isEmpty();
    assertThat(node.interfaces()).hasToString("{veth1=[], cni0=[10.244.1.1/24]}");
  }

  @Test
  void rulesetsAndSetsAreFound() {
    assertThat(namespace("fortio-server").rules()).hasSize(1);
    assertThat(namespace("fortio-server-l2").rules())
        .extracting(rules -> rules.id().orElseThrow())
        .containsExactly("sidecar", "sidecar6");
    assertThat(namespace("fortio-server").sets().sets()).containsOnlyKeys("blocked");
    assertThat(namespace("fortio-server-l2").sets().sets()).containsOnlyKeys("allowed");
    assertThat(namespace("fortio-server").sets().problems()).isEmpty();
  }

  @Test
  void processesListenAndPassOn() {
    Process envoy = namespace("fortio-server").processes().orElseThrow().get(1);
    assertThat(envoy.uid()).isEqualTo(OptionalLong.of(1337));
    assertThat(envoy.gid()).isEqualTo(OptionalLong.of(1337));
    assertThat(envoy.listens()).hasToString("[127.0.0.1:15000, 15001, 15006, [::1]:15090]");
    List<Proxy> proxies = envoy.proxies();
    assertThat(proxies.get(0))
        .isEqualTo(
            new Proxy(
                new Listening(Protocols.TCP, Optional.empty(), 15006, Optional.empty()),
                new Onward.OriginalDestination(),
                new Proxy.Source(Proxy.Source.Kind.GIVEN, Address.find("127.0.0.6", Family.IPV4))));
    assertThat(proxies.get(1).to()).isEqualTo(new Onward.OriginalEndpoint());
    assertThat(proxies.get(1).source().kind()).isEqualTo(Proxy.Source.Kind.KEPT);
    assertThat(proxies.get(2).from()).hasToString("127.0.0.1:15000");
    assertThat(((Onward.To) proxies.get(2).to()).place().target())
        .isEqualTo(new Target.OfService("fortio-server-l2"));
  }

  @Test
  void mergedProcessesComeBehindTheirOwn() {
    List<Process> processes = namespace("fortio-server-l2").processes().orElseThrow();
    assertThat(processes).extracting(Process::name).containsExactly("app", "envoy");
    assertThat(processes.get(0).uid()).isEqualTo(OptionalLong.of(1001));
    assertThat(namespace("fortio-server").processes().orElseThrow().get(0).groups())
        .containsExactly(1000L, 2000L);
  }

  @Test
  void linksAndServices() {
    assertThat(topology.links()).hasSize(2);
    assertThat(topology.links().get(1).label()).isEqualTo("a bridge");
    assertThat(topology.links().get(1).ends()).hasSize(3);
    var service = topology.services().get("fortio-server-l2");
    assertThat(service.addresses()).hasToString("[10.96.14.7, fd00::7]");
    assertThat(service.endpoints().get(0).target())
        .isEqualTo(new Target.OfNamespace("fortio-server-l2"));
    assertThat(service.endpoints().get(0).port()).isEmpty();
    assertThat(service.endpoints().get(1).port()).isEqualTo(OptionalInt.of(8080));
  }

  @Test
  void flowsKnowTheirColumns() {
    Flow flow = topology.flows().get(0);
    assertThat(flow.number()).isEqualTo(1);
    assertThat(flow.process()).contains("curl");
    assertThat(flow.parts())
        .extracting(part -> part.position().toString())
        .containsExactly("t.yaml:53:20", "t.yaml:53:42", "t.yaml:53:52", "t.yaml:53:77");
    assertThat(flow.expected()).isEqualTo(Flow.Expected.ARRIVES);
    Flow folded = topology.flows().get(1);
    assertThat(folded.text()).isEqualTo("client/curl -> ns/fortio-server-l2:8080");
    assertThat(folded.label()).isEqualTo("past the service");
    assertThat(folded.position()).hasToString("t.yaml:55:7");
    assertThat(folded.parts().get(0).position()).hasToString("t.yaml:56:10");
    assertThat(folded.expected())
        .isEqualTo(new Flow.Expected(Ending.DROPPED, Optional.of("fortio-server-l2")));
    Flow udp = topology.flows().get(2);
    assertThat(udp.protocol()).isEqualTo(Protocols.UDP);
    assertThat(((Flow.Part.To) udp.parts().get(1)).place().port()).isEqualTo(OptionalInt.of(53));
  }

  @Test
  void everyBeginningIsReadWithoutAnException() {
    int last = FULL.indexOf("links:");
    for (int end = 0; end < FULL.length(); end++) {
      Topology part = declarations.read(FULL.substring(0, end)).topology();
      // What is cut off loses its own entry, and not what stands before it.
      if (end > last) {
        assertThat(part.namespaces().keySet())
            .as("after %d characters", end)
            .isEqualTo(topology.namespaces().keySet());
      }
    }
  }

  @Test
  void lineEndsAndAByteOrderMarkChangeNothing() {
    byte[] crLf = ("\uFEFF" + FULL.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    TopologyReading other = declarations.read(SourceText.of("t.yaml", crLf));

    assertThat(other.diagnostics()).isEmpty();
    assertThat(other.topology().flows()).isEqualTo(topology.flows());
    assertThat(other.topology().namespaces().keySet()).isEqualTo(topology.namespaces().keySet());
  }

  @Test
  void thousandsOfNamespacesAreReadInTime() {
    StringBuilder many = new StringBuilder("network-namespaces:\n");
    for (int i = 0; i < 10_000; i++) {
      many.append("  n")
          .append(i)
          .append(": { kind: pod, interfaces: { eth0: 10.")
          .append(i >> 16)
          .append('.')
          .append(i >> 8 & 255)
          .append('.')
          .append(i & 255)
          .append("/8 } }\n");
    }
    TopologyReading large =
        assertTimeout(Duration.ofSeconds(60), () -> declarations.read(many.toString()));
    assertThat(large.topology().namespaces()).hasSize(10_000);
  }
}
