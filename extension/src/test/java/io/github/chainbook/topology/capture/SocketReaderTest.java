package io.github.chainbook.topology.capture;

import static io.github.chainbook.topology.capture.CaptureKind.LISTENERS;
import static io.github.chainbook.topology.capture.CaptureKind.PROCESSES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Process;
import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SocketReaderTest {

  private static final String HEADER =
      "State  Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess\n";

  private static List<String> shown(CapturedNamespace captured) {
    return captured.processes().orElseThrow().stream().map(SocketReaderTest::shown).toList();
  }

  private static String shown(Process process) {
    return process.name() + " " + process.listens();
  }

  @Test
  void readsWithAHeaderAndWithout() {
    String lines =
        """
        LISTEN 0      5          127.0.0.1:15000      0.0.0.0:*    users:(("envoy",pid=15,fd=4))
        LISTEN 0      1      127.0.0.53%lo:53         0.0.0.0:*    users:(("systemd-resolve",pid=9,fd=8))
        UNCONN 0      0      127.0.0.53%lo:53         0.0.0.0:*    users:(("systemd-resolve",pid=9,fd=7))
        """;
    List<String> expected =
        List.of("envoy [127.0.0.1:15000]", "systemd-resolve [127.0.0.53:53, 127.0.0.53:53/udp]");
    assertThat(shown(Captures.read(LISTENERS, lines))).isEqualTo(expected);
    assertThat(shown(Captures.read(LISTENERS, HEADER + lines))).isEqualTo(expected);
    assertThat(shown(Captures.read(LISTENERS, (HEADER + lines).replace("\n", "\r\n"))))
        .isEqualTo(expected);
    String named = lines.replace("LISTEN", "tcp LISTEN").replace("UNCONN", "udp UNCONN");
    assertThat(shown(Captures.read(LISTENERS, "Netid " + HEADER + named))).isEqualTo(expected);
  }

  @Test
  void knowsWhichFamiliesASocketHears() {
    CapturedNamespace captured =
        Captures.read(
            LISTENERS,
            """
            LISTEN 0 5          0.0.0.0:80        0.0.0.0:* users:(("a",pid=1,fd=1))
            LISTEN 0 5                *:81              *:* users:(("a",pid=1,fd=2))
            LISTEN 0 5             [::]:82           [::]:* users:(("a",pid=1,fd=3))
            LISTEN 0 5                *:83              *:* users:(("a",pid=1,fd=4)) ino:3 v6only:0 <->
            LISTEN 0 5             [::]:84           [::]:* users:(("a",pid=1,fd=5)) ino:3 v6only:1 <->
            LISTEN 0 5 [::ffff:10.0.0.1]:85             *:* users:(("a",pid=1,fd=6))
            LISTEN 0 5            [::1]:86           [::]:* users:(("a",pid=1,fd=7))
            """);
    assertThat(captured.processes().orElseThrow().get(0).listens())
        .extracting(l -> l.port() + " " + l.family().map(Family::name).orElse("both"))
        .containsExactly(
            "80 IPV4", "81 both", "82 IPV6", "83 both", "84 IPV6", "85 both", "86 both");
    assertThat(shown(captured).get(0)).contains("10.0.0.1:85", "[::1]:86");
  }

  @Test
  void anOldSsWritesAllOfIpv6OtherwiseAndMeansIpv4ByAStar() {
    CapturedNamespace captured =
        Captures.read(
            LISTENERS,
            """
            LISTEN 0 128 *:22 *:* users:(("sshd",pid=1,fd=3))
            LISTEN 0 128 :::22 :::* users:(("sshd",pid=1,fd=4))
            LISTEN 0 128 ::1:25 :::* users:(("sshd",pid=1,fd=5))
            """);
    assertThat(captured.processes().orElseThrow().get(0).listens())
        .extracting(l -> l + " " + l.family().map(Family::name).orElse("both"))
        .containsExactly("22 IPV4", "22 both", "[::1]:25 both");
  }

  @Test
  void theUidIsShownOrZero() {
    CapturedNamespace captured =
        Captures.read(
            LISTENERS,
            """
            LISTEN 0 5 *:80 *:* users:(("a",pid=1,fd=1)) uid:1337 ino:5 sk:1 cgroup:/ v6only:0 <->
            LISTEN 0 5 *:81 *:* users:(("b",pid=2,fd=1)) ino:6 sk:2 cgroup:/ v6only:0 <->
            LISTEN 0 5 *:82 *:* users:(("c",pid=3,fd=1))
            """);
    assertThat(captured.processes().orElseThrow())
        .extracting(Process::uid)
        .containsExactly(OptionalLong.of(1337), OptionalLong.of(0), OptionalLong.empty());
  }

  @Test
  void workersAreOneProcess() {
    CapturedNamespace captured =
        Captures.read(
            LISTENERS,
            """
            LISTEN 0 5 0.0.0.0:80 *:* users:(("nginx",pid=12,fd=6),("nginx",pid=11,fd=6),("nginx",pid=1,fd=6))
            LISTEN 0 5 0.0.0.0:81 *:* users:(("nginx",pid=20,fd=6))
            LISTEN 0 5 0.0.0.0:80 *:* users:(("nginx",pid=12,fd=7),("nginx",pid=1,fd=7))
            """);
    assertThat(shown(captured)).containsExactly("nginx [80, 81]");
  }

  @Test
  void ofDifferentUsersTheyAreSeveral() {
    CapturedNamespace captured =
        Captures.READER.files(
            List.of(
                new CapturedText(
                    LISTENERS,
                    SourceText.of(
                        "x",
                        """
                        LISTEN 0 5 0.0.0.0:80 *:* users:(("java",pid=1,fd=6))
                        LISTEN 0 5 0.0.0.0:81 *:* users:(("java",pid=2,fd=6))
                        LISTEN 0 5 0.0.0.0:82 *:* users:(("java",pid=3,fd=6))
                        LISTEN 0 5 0.0.0.0:83 *:* users:(("nginx",pid=5,fd=6),("nginx",pid=4,fd=6))
                        """)),
                new CapturedText(
                    PROCESSES,
                    SourceText.of(
                        "y",
                        """
                        # pid uid gid groups name
                        1 1000 1000 - java
                        2 1337 1337 27,2000 java
                        3 1000 5 - java
                        4 0 0 - nginx
                        5 33 33 - nginx
                        six 1 1 - nonsense
                        """))));
    assertThat(captured.processes().orElseThrow())
        .extracting(p -> p.name() + " " + p.uid() + p.gid() + p.groups())
        .containsExactly(
            "java-uid-1000 OptionalLong[1000]OptionalLong[1000][]",
            "java-uid-1337 OptionalLong[1337]OptionalLong[1337][27, 2000]",
            "java-uid-1000-gid-5 OptionalLong[1000]OptionalLong[5][]",
            "nginx OptionalLong.emptyOptionalLong.empty[]");
    assertThat(Captures.problems(captured))
        .containsExactly(
            "y:7:1: error: left out: expected the numbers of a process, its user, its group and"
                + " further groups (or -), then its name, not 'six 1 1 - nonsense' [capture-entry]",
            "x:4:1: info: processes called nginx share sockets and are not of one user and group;"
                + " nothing tells whose connections they open [capture-unknown]");
  }

  @Test
  void whoSharesASocketOfAnotherNameIsSaid() {
    CapturedNamespace captured =
        Captures.read(
            LISTENERS,
            "LISTEN 0 5 *:631 *:* users:((\"cupsd\",pid=9,fd=3),(\"systemd\",pid=1,fd=4))\n");
    assertThat(shown(captured)).containsExactly("cupsd [631]", "systemd [631]");
    assertThat(Captures.problems(captured))
        .containsExactly(
            "x:1:1: info: cupsd and systemd hold this socket; nothing tells which of them takes its"
                + " connections [capture-unknown]");
  }

  @Test
  void namesAreMadeSuchThatAFlowCanNameThem() {
    CapturedNamespace captured =
        Captures.read(
            LISTENERS,
            """
            LISTEN 0 5 *:1 *:* users:(("a -> b/c:1",pid=9,fd=3))
            LISTEN 0 5 *:2 *:* users:(("(sd-pam)",pid=8,fd=3))
            LISTEN 0 5 *:3 *:* users:(("<b>!",pid=7,fd=3))
            LISTEN 0 5 *:4 *:* users:(("://",pid=6,fd=3))
            LISTEN 0 5 *:5 *:* users:(("x\\",pid=6,",pid=5,fd=3))
            """);
    assertThat(shown(captured))
        .containsExactly("a-b-c-1 [1]", "sd-pam [2]", "b [3]", "unknown [4]", "x-pid-6 [5]");
  }

  @Test
  void socketsOfNobodyKnownAreHeldBySomeoneUnknown() {
    CapturedNamespace captured =
        Captures.read(LISTENERS, "LISTEN 0 5 *:80 *:*\nUNCONN 0 0 *:81 *:*    \n");
    assertThat(shown(captured)).containsExactly("unknown [80, 81/udp]");
    assertThat(Captures.problems(captured)).singleElement().asString().contains("info", "ss -p");
  }

  @Test
  void otherLinesAreLeftOutWithTheirColumn() {
    CapturedNamespace captured =
        Captures.read(
            LISTENERS,
            """
            ESTAB  0 0 10.0.0.1:80 10.0.0.2:5 users:(("a",pid=1,fd=1))
            u_str LISTEN 0 5 /run/x.sock 123 * 0 users:(("a",pid=1,fd=2))
            LISTEN 0 5 0.0.0.0:http *:* users:(("a",pid=1,fd=3))
            \t skmem:(r0,rb131072)
            LISTEN 0 5 10.0.0.999:1 *:*
            what is this
            LISTEN 0 5 0.0.0.0:90 *:* users:(("a",pid=1,fd=4))
            LISTEN 0 5 *%eth1:91 *:* users:(("a",pid=1,fd=5))
            """);
    assertThat(shown(captured)).containsExactly("a [90, 91]");
    assertThat(Captures.problems(captured))
        .satisfiesExactly(
            p -> assertThat(p).startsWith("x:3:12: error: ").contains("'0.0.0.0:http'"),
            p -> assertThat(p).startsWith("x:5:12: error: ").contains("'10.0.0.999'"),
            p -> assertThat(p).startsWith("x:6:1: error: ").contains("ss -H -ltnpe"),
            p -> assertThat(p).startsWith("x:8:12: info: ").contains("eth1"));
  }
}
