package io.github.chainbook.topology.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Process;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the capture script saves of a pod is what the pod was given. */
class CaptureScriptTest {

  private static final Path SCRIPT =
      Path.of("../content/scenarios/test-chainbook-capture.sh").toAbsolutePath().normalize();

  private static final Path CAPTURE =
      Path.of("../content/downloads/chainbook-capture").toAbsolutePath().normalize();

  private static final String TOOLS =
      "bash hostname ip ip6tables-legacy ipset iptables-legacy mount nsenter python3 setpriv ss"
          + " unshare";

  @TempDir private Path dir;

  private record Result(int status, String output) {}

  private static Result run(String... words) throws IOException, InterruptedException {
    java.lang.Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(600, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("does not end: " + String.join(" ", words));
    }
    return new Result(process.exitValue(), output);
  }

  private static String obstacle() throws IOException, InterruptedException {
    if (!System.getProperty("os.name").equals("Linux")) {
      return "needs Linux";
    }
    if (!run("sh", "-c", "id -u").output().strip().equals("0")) {
      return "needs root, for network namespaces";
    }
    Result tools =
        run("sh", "-c", "for t in " + TOOLS + "; do command -v $t >/dev/null || echo $t; done");
    if (!tools.output().isBlank()) {
      return "needs " + tools.output().strip().replace('\n', ' ');
    }
    String load =
        "iptables-legacy -t nat -S && ip6tables-legacy -S && ipset create x hash:net"
            + " && ip link add near type veth peer name far";
    return run("unshare", "-n", "sh", "-c", load).status() == 0
        ? ""
        : "needs a kernel with iptables (legacy), ipset and veth in network namespaces";
  }

  @Test
  void readBackThePodIsWhatItWasGiven() throws Exception {
    String obstacle = obstacle();
    assumeTrue(obstacle.isEmpty(), obstacle);
    Path folder = dir.resolve("pod");
    Result result = run("bash", SCRIPT.toString(), "-o", folder.toString());
    assertThat(result.status()).as(result.output()).isZero();

    CapturedNamespace pod =
        Captures.READER.folder(folder.toString(), new Position("x", 1, 1), CaptureScriptTest::read);
    assertThat(pod.interfaces().orElseThrow())
        .hasToString(
            "{eth0=[10.244.2.5/24, 10.244.2.6/24, 2001:db8:2::5/64, fe80::ff:fe00:5/64],"
                + " ptp0=[10.9.0.1/32], eth0.5=[]}");
    assertThat(pod.routes().orElseThrow())
        .containsExactlyInAnyOrder(
            "local default dev lo table 100",
            "default via 10.244.2.1 dev eth0 metric 100",
            "10.9.0.2 dev ptp0 src 10.9.0.1",
            "10.66.0.0/16 via 10.99.0.1 dev eth0 onlink",
            "blackhole 10.77.0.0/16",
            "10.92.0.0/16 dev eth0 src 10.244.2.6",
            "10.244.2.0/24 dev eth0 src 10.244.2.5",
            "local ::/0 dev lo table 100 metric 1024",
            "2001:db8:2::/64 dev eth0 metric 256",
            "fe80::/64 dev eth0 metric 256",
            "::/0 via 2001:db8:2::1 dev eth0 metric 1024");
    assertThat(pod.commands())
        .containsExactly(
            "route replace local 192.0.2.1 dev lo",
            "rule add fwmark 0x539 lookup 100 priority 50",
            "rule add from 10.244.2.6 lookup 200 priority 60",
            "-6 rule add fwmark 0x539 lookup 100 priority 50");
    assertThat(pod.processes().orElseThrow())
        .extracting(CaptureScriptTest::shown)
        .containsExactlyInAnyOrder(
            "app-uid-1000 1000:1000 [2000, 2001] [8080]",
            "app-uid-0 0:0 [] [127.0.0.1:9090]",
            "envoy 1337:1337 [] [127.0.0.1:15000, 127.0.0.1:15053/udp, 15001, 15006, 15021,"
                + " [2001:db8:2::5]:15020]");
    assertThat(pod.rules().orElseThrow()).hasSize(1);
    assertThat(pod.rules().orElseThrow().get(0).rulesets())
        .extracting(ruleset -> ruleset.family() + " " + ruleset.ruleCount())
        .containsExactly("IPV4 2", "IPV6 1");
    assertThat(pod.sets().orElseThrow().sets()).containsOnlyKeys("friends");
    assertThat(pod.settings())
        .containsEntry("ipv4.conf.eth0.route_localnet", "1")
        .containsEntry("ipv4.conf.eth0/5.route_localnet", "0")
        .containsEntry("ipv4.ip_forward", "0");
    assertThat(pod.problems()).isEmpty();
  }

  /** The script's own helpers run in the namespace then, and end before it asks for them. */
  @Test
  void processesMayEndMeanwhile() throws Exception {
    String obstacle = obstacle();
    assumeTrue(obstacle.isEmpty(), obstacle);
    Path folder = dir.resolve("own");
    String capture = "bash \"$0\" --pid $$ -o \"$1\"; exit $?";
    Result result =
        run("unshare", "-n", "bash", "-c", capture, CAPTURE.toString(), folder.toString());
    assertThat(result.status()).as(result.output()).isZero();
    assertThat(folder.resolve("provenance.json")).exists();
    assertThat(Files.readString(folder.resolve("sysctl.txt"))).contains("ip_forward = ");
  }

  private static String shown(Process process) {
    return "%s %d:%d %s %s"
        .formatted(
            process.name(),
            process.uid().orElseThrow(),
            process.gid().orElseThrow(),
            process.groups(),
            process.listens().stream().map(Object::toString).sorted().toList());
  }

  private static SourceText read(String path) throws UnreadableFile {
    try {
      return SourceText.of(path, Files.readAllBytes(Path.of(path)));
    } catch (IOException e) {
      throw new UnreadableFile("cannot read " + path, !Files.exists(Path.of(path)));
    }
  }
}
