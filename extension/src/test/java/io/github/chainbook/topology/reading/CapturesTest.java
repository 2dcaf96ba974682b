package io.github.chainbook.topology.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Process;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said by hand wins over files that are named, and these over a folder's. */
class CapturesTest {

  private static final String ADDRESSES =
      """
      [{"ifindex":2,"ifname":"eth0","flags":["UP","LOWER_UP"],"operstate":"UP",
        "addr_info":[{"family":"inet","local":"10.0.0.5","prefixlen":24}]},
       {"ifindex":3,"ifname":"eth1","flags":["UP","LOWER_UP"],"operstate":"UP",
        "addr_info":[{"family":"inet","local":"10.1.0.5","prefixlen":24}]}]
      """;

  private static final String LISTENERS =
      """
      LISTEN 0 128 0.0.0.0:15006 0.0.0.0:* users:(("envoy",pid=9,fd=3)) uid:1337 ino:1 sk:1
      LISTEN 0 128 *:8080 *:* users:(("app",pid=8,fd=3)) uid:1000 ino:2 sk:2
      """;

  private final Declarations declarations =
      new Declarations()
          .with("pod/addresses.json", ADDRESSES)
          .with("pod/listeners-tcp.txt", LISTENERS)
          .with("pod/ipset-save.txt", "create a hash:ip\ncreate b hash:ip\n")
          .with("pod/sysctl.txt", "net.ipv4.ip_forward = 1\n")
          .with("pod/iptables-save.txt", "*nat\n:PREROUTING ACCEPT [0:0]\nCOMMIT\n")
          .with("one.json", ADDRESSES.replace("10.0.0.5", "10.0.0.6"))
          .with("bad.json", "nonsense");

  private Namespace read(String yaml) {
    TopologyReading reading = declarations.read("network-namespaces:\n  a:\n" + yaml);
    assertThat(reading.diagnostics()).noneMatch(d -> d.isError());
    return reading.topology().namespaces().get("a");
  }

  @Test
  void aFolderSaysAll() {
    Namespace a = read("    capture: pod\n");

    assertThat(a.interfaces()).hasToString("{eth0=[10.0.0.5/24], eth1=[10.1.0.5/24]}");
    assertThat(a.processes().orElseThrow()).extracting(Process::name).contains("envoy", "app");
    assertThat(a.sets().sets()).containsOnlyKeys("a", "b");
    assertThat(a.settings()).containsEntry("ipv4.ip_forward", "1");
    assertThat(a.rules()).hasSize(1);
    assertThat(a.rules().get(0).id()).isEmpty();
  }

  @Test
  void aFolderWithoutRulesDoesNotSayThatThereAreNone() {
    declarations.with("part/addresses.json", ADDRESSES);
    String yaml = "network-namespaces:\n  a:\n    capture: part\n";
    assertThat(declarations.read(yaml).diagnostics())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.code()).isEqualTo("capture-incomplete");
              assertThat(found.isError()).isTrue();
              assertThat(found.position().line()).isEqualTo(3);
              assertThat(found.message()).contains("for IPv4", "iptables-save.txt", "ruleset");
            });
    assertThat(declarations.read(yaml + "    ruleset: []\n").diagnostics()).isEmpty();
    declarations.with("part/iptables-save.txt", "");
    assertThat(declarations.read(yaml).diagnostics()).isEmpty();
  }

  @Test
  void rulesOfIpv6AreAskedForWhereThereAreSuchAddresses() {
    declarations
        .with(
            "six/addresses.json",
            ADDRESSES
                .replace("inet", "inet6")
                .replace("10.0.0.5", "2001:db8::5")
                .replace("10.1.0.5", "fe80::5"))
        .with("six/iptables-save.txt", "");
    assertThat(declarations.read("network-namespaces:\n  a:\n    capture: six\n").diagnostics())
        .singleElement()
        .satisfies(found -> assertThat(found.message()).contains("IPv6", "ip6tables-save.txt"));
  }

  @Test
  void byHandWinsOneByOne() {
    Namespace a =
        read(
            """
                capture: pod/
                interfaces: { eth1: 10.2.0.1/16, eth2: }
                processes:
                  envoy: { uid: 7, listens: [15001] }
                  curl:
                sets: { b: { type: "hash:net" } }
                sysctl: { ipv4.ip_forward: 0 }
                ruleset: sidecar
            """);

    assertThat(a.interfaces()).hasToString("{eth1=[10.2.0.1/16], eth2=[], eth0=[10.0.0.5/24]}");
    List<Process> processes = a.processes().orElseThrow();
    assertThat(processes).extracting(Process::name).containsExactly("envoy", "curl", "app");
    assertThat(processes.get(0).listens()).hasToString("[15001]");
    assertThat(a.sets().sets()).containsOnlyKeys("a", "b");
    assertThat(a.settings()).containsEntry("ipv4.ip_forward", "0");
    assertThat(a.rules().get(0).id()).contains("sidecar");
  }

  @Test
  void aFileThatIsNamedWinsOverTheFolder() {
    Namespace a = read("    capture: pod\n    captured: { addresses: one.json }\n");

    assertThat(a.interfaces()).hasToString("{eth0=[10.0.0.6/24], eth1=[10.1.0.5/24]}");
  }

  @Test
  void linksMayNameCapturedInterfaces() {
    TopologyReading reading =
        declarations.read(
            """
            network-namespaces:
              a: { capture: pod }
              b: { interfaces: { eth0: 10.0.0.9/24 } }
            links: [ [ a/eth0, b/eth0 ], [ a/eth1, b/eth1 ] ]
            flows: [ "b -> a:8080 -> /app", "b -> a:8080 -> /ap" ]
            """);

    assertThat(reading.diagnostics())
        .filteredOn(d -> d.isError())
        .extracting(Object::toString)
        .containsExactly(
            "t.yaml:4:42: error: expected the name of an interface of b, found 'eth1'; did you mean"
                + " eth0? [topology-name]",
            "t.yaml:5:50: error: expected the name of a process, found 'ap'; did you mean app?"
                + " [topology-name]");
    assertThat(reading.topology().links()).hasSize(1);
  }

  @Test
  void whatIsWrongWithAFileIsSaidOfTheFile() {
    TopologyReading reading =
        declarations.read(
            "network-namespaces:\n  a: { kind: pot, captured: { addresses: bad.json } }\n");

    assertThat(reading.diagnostics()).hasSize(2);
    assertThat(reading.diagnostics().get(0).position().file()).isEqualTo("t.yaml");
    assertThat(reading.diagnostics().get(1).position().file()).isEqualTo("bad.json");
  }
}
