package io.github.chainbook.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.netfilter.language.PacketTraces;
import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.xtables.Family;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachinesTest {

  private static final String TPROXY =
      """
      *mangle
      :PREROUTING ACCEPT [0:0]
      -A PREROUTING -p tcp -m tcp --dport 80 -j TPROXY --on-port 15006 --tproxy-mark 0x1/0x1
      COMMIT
      *nat
      :PREROUTING ACCEPT [0:0]
      -A PREROUTING -p tcp -m tcp --dport 81 -j REDIRECT --to-ports 8080
      COMMIT
      """;

  private static Deployment server() {
    return new Deployment().pod("server", "eth0 10.0.0.5/24 10.0.0.6/24").rules(TPROXY);
  }

  private static PacketTraces trace(Deployment deployment, String packet) {
    Namespace namespace = deployment.topology().namespaces().get("server");
    return PacketTraces.of(
        SourceText.of("packets", packet),
        namespace.rules().get(0).rulesets(),
        Machines.forPackets(namespace),
        namespace.sets().sets(),
        Backend.LEGACY);
  }

  @Test
  void packetsOfTracesSeeTheAddressesAndListeners() {
    Deployment server = server().runs("envoy", 1337, "15006");

    assertThat(trace(server, "in eth0: tcp 10.0.0.9 > 10.0.0.6:81 => REDIRECT 10.0.0.5:8080"))
        .satisfies(traces -> assertThat(traces.diagnostics()).isEmpty());
    assertThat(trace(server, "in eth0: tcp 10.0.0.9 > 10.0.0.6:80").packets().get(0).trace())
        .satisfies(trace -> assertThat(trace.verdict()).isEqualTo(Verdict.ACCEPT));
  }

  @Test
  void whereNothingIsSaidOfListenersNothingIsKnownOfThem() {
    assertThat(
            trace(server().withUnknownProcesses(), "in eth0: tcp 10.0.0.9 > 10.0.0.6:80")
                .packets()
                .get(0)
                .trace()
                .verdict())
        .isEqualTo(Verdict.UNDECIDED);
    assertThat(
            trace(server(), "in eth0: tcp 10.0.0.9 > 10.0.0.6:80")
                .packets()
                .get(0)
                .trace()
                .verdict())
        .isEqualTo(Verdict.DROP);
  }

  @Test
  void aSocketOfBothFamiliesHearsBoth() {
    Deployment server = server().runs("app", 0, "80", "[::1]:81");

    assertThat(Machines.forFlows(server.topology().namespaces().get("server")).listeners())
        .map(listeners -> listeners.stream().map(one -> one.family() + " " + one.port()).toList())
        .contains(java.util.List.of("IPV4 80", "IPV6 80", "IPV6 81"));
  }

  @Test
  void settingsAreTheKernelsWhereNothingIsSaid() {
    Namespace pod =
        server()
            .sysctl("net/ipv4/conf/all/accept_local", "1")
            .topology()
            .namespaces()
            .get("server");

    assertThat(Machines.forFlows(pod).mode()).isEqualTo(Environment.Mode.ROUTES);
    assertThat(Machines.forFlows(pod).settings())
        .containsEntry("ipv4.conf.all.accept_local", "1")
        .containsEntry("ipv4.conf.all.route_localnet", "0");
    assertThat(Machines.forwards(pod, Family.IPV4, "eth0")).isEmpty();
    assertThat(
            Machines.forwards(
                server()
                    .sysctl("ipv4.conf.eth0.forwarding", "1")
                    .topology()
                    .namespaces()
                    .get("server"),
                Family.IPV4,
                "eth0"))
        .isEqualTo(Optional.of(true));
  }
}
