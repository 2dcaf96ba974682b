package io.github.chainbook.topology.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.netfilter.machine.RouteQuery;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.value.Address;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a captured file holds, nothing is thrown, and what is read of it can be used. */
class UntrustedCaptureTest {

  private static final String SOCKETS =
      """
      State  Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess
      LISTEN 0 5 127.0.0.53%lo:53 *:* users:(("a",pid=1,fd=1),("b c",pid=2,fd=3)) uid:5 ino:1 <->
      udp UNCONN 0 0 [fe80::1]%eth0:546 [::]:* users:(("d",pid=3,fd=1)) ino:2 v6only:1
      """;

  private static final String RULES =
      "*nat\n:OUTPUT ACCEPT [0:0]\n[0:0] -A OUTPUT -p tcp -j REDIRECT --to-ports 1\nCOMMIT\n";

  private static byte[] sample(CaptureKind kind) {
    return switch (kind) {
      case ADDRESSES -> Captures.bytes("addresses.json");
      case ROUTES -> Captures.bytes("routes.json");
      case RULES -> Captures.bytes("rules.json");
      case LISTENERS -> bytes(SOCKETS);
      case PROCESSES -> bytes("# pid\n1 1000 1000 - app\n2 0 0 5,6 a b\n");
      case SETS -> bytes("create s hash:ip family inet\nadd s 10.0.0.1\n");
      case IPTABLES -> bytes(RULES);
      case SETTINGS -> bytes("net.ipv4.ip_forward = 1\n");
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void prefixesAreRead(CaptureKind kind) {
    byte[] all = sample(kind);
    int step = all.length > 1000 ? 7 : 1; // the long ones say the same again and again
    for (int length = 0; length <= all.length; length += step) {
      use(kind, Arrays.copyOf(all, length));
    }
  }

  @ParameterizedTest
  @EnumSource
  void damagedTextsAreRead(CaptureKind kind) {
    Random random = new Random(5);
    byte[] splice = bytes("\"]}{[,:\\ \t\r\n\0é<b>'*/999999999999 -1 default \u001b");
    for (int i = 0; i < 400; i++) {
      byte[] text = sample(kind);
      for (int hit = random.nextInt(6); hit >= 0; hit--) {
        text[random.nextInt(text.length)] = splice[random.nextInt(splice.length)];
      }
      use(kind, text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void deepOrLongTextsAreRead(CaptureKind kind) {
    use(kind, bytes("[".repeat(100_000)));
    use(kind, bytes("[{\"a\":".repeat(5_000)));
    use(kind, bytes("[{\"ifname\":\"" + "x".repeat(100_000) + "\",\"dst\":" + "9".repeat(2_000)));
    use(kind, bytes("LISTEN 0 5 " + "[".repeat(50_000) + ":80 *:* users:((\"a\",pid=1,fd=1))"));
    use(kind, bytes("LISTEN 0 5 *:80 *:* users:(" + "(\"a\",pid=1,fd=1),".repeat(5_000)));
  }

  // What was read goes where the walk of a flow takes it.
  private static void use(CaptureKind kind, byte[] text) {
    CapturedNamespace captured = Captures.read(kind, SourceText.of("x", text));
    Environment environment =
        new Environment(
            Environment.Mode.ROUTES,
            true,
            captured.interfaces().orElse(Map.of()),
            captured.routes().orElse(List.of()),
            captured.commands(),
            Optional.empty(),
            captured.settings());
    Machine machine = new Machine(environment, Map.of(), false);
    Address to = Address.ipv4(0x0A010001L);
    RouteQuery.PathHint hint = new RouteQuery.PathHint(false, true, "", "", to, to);
    assertThat(machine.output(new RouteQuery(null, to, KnownBits.of(1), "", hint))).isNotNull();
    captured.problems().forEach(problem -> assertThat(problem.toString()).isNotEmpty());
  }
}
