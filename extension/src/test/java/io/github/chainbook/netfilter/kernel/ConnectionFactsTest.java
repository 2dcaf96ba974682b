package io.github.chainbook.netfilter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.kernel.IptablesLegacy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What shows only where connections are really made: counters, clashes of ports, what a sender is
 * told, and what a back end loads. Each test says one fact and asks this kernel about it.
 */
class ConnectionFactsTest {

  private static final String SCRIPT =
      "src/test/resources/io/github/chainbook/netfilter/kernel/datagrams.py";

  private static final int LOST_PERMISSION = 1;
  private static final int REFUSED = 111;

  @BeforeAll
  static void thereIsAKernelToAsk() {
    Optional<String> obstacle = IptablesLegacy.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
  }

  private static String load(String... lines) {
    return "load " + String.join("\\n", lines) + "\\nCOMMIT\\n";
  }

  // A table that a text does not name stays as it is.
  private static List<String> ask(String backend, String... instructions) throws IOException {
    Process process =
        new ProcessBuilder("unshare", "-n", "python3", SCRIPT, backend)
            .redirectErrorStream(true)
            .start();
    String text = String.join("\n", instructions) + "\n";
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    return new String(out, StandardCharsets.UTF_8).lines().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"legacy", "nft"})
  void countersOfNatCountConnectionsAndThoseOfFilterPackets(String backend) throws IOException {
    String nat = load("*nat", "-A OUTPUT -p udp");
    String filter = load("*filter", "-A OUTPUT -p udp -m conntrack --ctstate NEW,ESTABLISHED");
    List<String> found =
        ask(backend, nat, filter, "send 10.0.0.1 4000", "again", "again", "counts");
    assertThat(found.subList(2, 5)).containsOnly("10.0.0.1:4000");
    assertThat(found.get(5))
        .isEqualTo(
            "[1:29] -A OUTPUT -p udp"
                + " [3:87] -A OUTPUT -p udp -m conntrack --ctstate NEW,ESTABLISHED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"legacy", "nft"})
  void aDroppedFirstPacketCountsAgainInNatAndItsSenderIsTold(String backend) throws IOException {
    String nat = load("*nat", "-A OUTPUT -p udp");
    String filter = load("*filter", "-A OUTPUT -m conntrack --ctstate NEW -j DROP");
    List<String> found =
        ask(backend, nat, filter, "send 10.0.0.1 4000", "again", "again", "counts");
    assertThat(found.subList(2, 5)).containsOnly("errno " + LOST_PERMISSION);
    assertThat(found.get(5))
        .isEqualTo("[3:87] -A OUTPUT -m conntrack --ctstate NEW -j DROP [3:87] -A OUTPUT -p udp");
  }

  // The ICMP error that REJECT answers with comes to the socket as well, and is told next.
  @ParameterizedTest
  @ValueSource(strings = {"legacy", "nft"})
  void rejectInOutputTellsTheSenderTwice(String backend) throws IOException {
    String filter = load("*filter", "-A OUTPUT -p udp -j REJECT");
    assertThat(ask(backend, filter, "send 10.0.0.1 4000", "again"))
        .containsExactly("loaded", "errno " + LOST_PERMISSION, "errno " + REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"legacy", "nft"})
  void dropInInputTellsNobody(String backend) throws IOException {
    assertThat(ask(backend, load("*filter", "-A INPUT -p udp -j DROP"), "send 10.0.0.1 4000"))
        .containsExactly("loaded", "lost");
  }

  @ParameterizedTest
  @CsvSource({
    "legacy, 300, 1, 511",
    "nft, 300, 1, 511",
    "legacy, 700, 600, 1023",
    "nft, 700, 600, 1023",
    "legacy, 5000, 1024, 65535",
    "nft, 5000, 1024, 65535"
  })
  void aPortThatClashesIsReplacedByOneOfItsClassEvenByANullBinding(
      String backend, int port, int low, int high) throws IOException {
    List<String> found =
        ask(
            backend,
            load("*nat", "-A POSTROUTING -s 10.0.0.1,10.0.0.2 -p udp -j SNAT --to-source 10.0.0.3"),
            "send 10.0.0.1 " + port,
            "send 10.0.0.2 " + port,
            "send 10.0.0.3 " + port);
    assertThat(found.get(1)).isEqualTo("10.0.0.3:" + port);
    for (String clashing : found.subList(2, 4)) {
      assertThat(clashing).startsWith("10.0.0.3:");
      assertThat(Integer.parseInt(clashing.substring(9))).isBetween(low, high).isNotEqualTo(port);
    }
  }

  // Two connections cannot look alike: where the port is kept, the second one is not made.
  @ParameterizedTest
  @ValueSource(strings = {"legacy", "nft"})
  void aSingleFixedPortIsKeptEvenOnAClash(String backend) throws IOException {
    String nat = load("*nat", "-A POSTROUTING -p udp -j SNAT --to-source 10.0.0.3:6000");
    assertThat(ask(backend, nat, "send 10.0.0.1 9", "send 10.0.0.2 9"))
        .containsExactly("loaded", "10.0.0.3:6000", "errno " + LOST_PERMISSION);
  }

  @ParameterizedTest
  @CsvSource({"legacy, loaded", "nft, refused"})
  void legacyIgnoresWhatStandsBehindAnUnconditionalVerdictAndNftRefusesIt(
      String backend, String result) throws IOException {
    String loop = load("*filter", ":U - [0:0]", "-A INPUT -j DROP", "-A INPUT -j U", "-A U -j U");
    String hook = load("*filter", "-A INPUT -j ACCEPT", "-A INPUT -m owner --uid-owner 0");
    assertThat(ask(backend, loop, hook)).containsExactly(result, result);
  }

  @ParameterizedTest
  @CsvSource({"legacy, loaded", "nft, loaded"})
  void anUnreachableLoopLoads(String backend, String result) throws IOException {
    String loop = load("*filter", ":U - [0:0]", ":V - [0:0]", "-A U -j V", "-A V -j U");
    assertThat(ask(backend, loop)).containsExactly(result);
  }

  @ParameterizedTest
  @CsvSource({"legacy, refused", "nft, loaded"})
  void portsOfAnyProtocolButTcpLoadInNft(String backend, String result) throws IOException {
    String rule = "-A INPUT ! -p tcp -m tcp --dport 53 -j DROP";
    assertThat(ask(backend, load("*filter", rule))).containsExactly(result);
  }

  @ParameterizedTest
  @CsvSource({"53, lost", "54, 10.0.0.1:4000"})
  void portsOfAnyProtocolButTcpMatchOtherProtocolsInNft(int port, String result)
      throws IOException {
    String rule = "-A INPUT ! -p tcp -m tcp --dport " + port + " -j DROP";
    assertThat(ask("nft", load("*filter", rule), "send 10.0.0.1 4000"))
        .containsExactly("loaded", result);
  }
}
