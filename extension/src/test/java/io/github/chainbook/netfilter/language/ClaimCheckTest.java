package io.github.chainbook.netfilter.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.ruleset.Dumps;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimCheckTest {

  private static final String RULES =
      """
      *nat
      :PREROUTING ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      :POSTROUTING ACCEPT [0:0]
      :SVC - [0:0]
      -A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 15006
      -A PREROUTING -p udp -j SVC
      -A SVC -p udp -m statistic --mode random --probability 0.33333333349 -j DNAT --to-destination 10.1.0.1:53
      -A SVC -p udp -m statistic --mode random --probability 0.5 -j DNAT --to-destination 10.1.0.2:53
      -A SVC -p udp -j DNAT --to-destination 10.1.0.3:53
      -A OUTPUT -p tcp -m owner --uid-owner 7 -j REDIRECT --to-ports 9
      -A POSTROUTING -o eth0 -j MASQUERADE
      COMMIT
      *filter
      :INPUT DROP [0:0]
      :FORWARD ACCEPT [0:0]
      -A INPUT -p tcp -m tcp --dport 15006 -j ACCEPT
      -A INPUT -p tcp -m tcp --dport 22 -j REJECT --reject-with icmp-port-unreachable
      -A INPUT -p tcp -m limit --limit 1/sec -m tcp --dport 23 -j ACCEPT
      -A INPUT -i lo -j ACCEPT
      COMMIT
      *mangle
      :OUTPUT ACCEPT [0:0]
      -A OUTPUT -p tcp -j MARK --set-xmark 0x12/0xffffffff
      -A OUTPUT -p udp -m udp --dport 7 -j MARK --set-xmark 0x4/0x6
      COMMIT
      """;

  private static PacketTraces traces(String line) {
    Environment environment =
        EnvironmentText.read(
            Optional.of("eth0=10.0.0.5/24"),
            Optional.empty(),
            problem -> {
              throw new AssertionError(problem);
            });
    return PacketTraces.of(
        SourceText.of("t", line),
        Dumps.read(RULES).rulesets(),
        environment,
        Map.of(),
        Backend.LEGACY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => ACCEPT",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => REDIRECT",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => REDIRECT :15006",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => REDIRECT 10.0.0.5, ACCEPT",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => REDIRECT 10.0.0.5:15006 by filter/INPUT 1",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => by nat/PREROUTING 1, through INPUT",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:15006 => ACCEPT, unchanged",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:22 => REJECT, by INPUT 2",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:1 => DROP by filter/INPUT policy",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:23 => UNDECIDED, unchanged",
        "out eth0: tcp 10.0.0.5:1 > 10.9.9.9:1 uid 7 => REDIRECT 127.0.0.1:9, leaves lo, mark 0x12",
        "out eth0: tcp 10.0.0.5:1 > 10.9.9.9:1 uid 8 => MASQUERADE 10.0.0.5, mark 0x2/0xf, leaves eth0",
        "forward eth1 eth2: udp 10.3.0.1:1 > 10.2.0.1:53 => DNAT :53, through nat/SVC",
        "forward eth1 eth2: udp 10.3.0.1:1 > 10.2.0.1:53 => UNDECIDED",
        "out eth1: udp 10.0.0.5:1 > 10.9.9.9:1 => ACCEPT, unchanged, mark 0",
        "out eth1: udp 10.0.0.5:1 > 10.9.9.9:7 mark * => mark 0x4/0x6"
      })
  void holds(String line) {
    assertThat(traces(line).diagnostics()).isEmpty();
  }

  @Test
  void aFailureIsAtTheClaimWithTheWalk() {
    List<Diagnostic> found =
        traces("\nin eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => ACCEPT, REDIRECT :15001").diagnostics();
    assertThat(found)
        .singleElement()
        .hasToString(
            "t:2:50: error: claimed REDIRECT :15001, found ACCEPT (REDIRECT 10.0.0.5:15006): PREROUTING: nat"
                + " PREROUTING 1 (destination 10.0.0.5:80 to 10.0.0.5:15006); INPUT: filter INPUT 1"
                + " [claim-fails]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => DROP",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => unchanged",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => DNAT 10.0.0.5:15006",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => REDIRECT 127.0.0.1:15006",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => by filter/INPUT 2",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => through nat/SVC",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => mark 0x1",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => leaves lo",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:80 => UNDECIDED",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:1 => REDIRECT",
        "in eth0: tcp 10.0.0.1:1 > 10.0.0.5:23 => ACCEPT",
        "out eth0: tcp 10.0.0.5:1 > 10.9.9.9:1 uid 7 mark * => leaves eth0",
        "out eth1: udp 10.0.0.5:1 > 10.9.9.9:7 mark * => mark 0x4/0x7",
        "out eth1: udp 10.0.0.5:1 > 10.9.9.9:7 mark * => mark 0x0/0x4"
      })
  void fails(String line) {
    assertThat(traces(line).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("claim-fails");
  }

  @Test
  void ofAnUndecidedPacketEveryBranchMustBearItOut() {
    String line = "forward eth1 eth2: udp 10.3.0.1:1 > 10.2.0.1:53 => DNAT 10.1.0.1:53";
    assertThat(traces(line).diagnostics())
        .singleElement()
        .asString()
        .contains("it depends: if ")
        .contains("(one in three), found ACCEPT (DNAT 10.1.0.2:53)")
        .contains("found ACCEPT (DNAT 10.1.0.3:53)")
        .doesNotContain("found ACCEPT (DNAT 10.1.0.1:53)");
  }

  @Test
  void whatALineDoesNotSayForks() {
    String line = "out eth0: tcp 10.0.0.5:1 > 10.9.9.9:1 => REDIRECT";
    assertThat(traces(line).diagnostics())
        .singleElement()
        .asString()
        .contains("--uid-owner 7 does not hold, found ACCEPT");
  }

  @Test
  void aPacketOfAFamilyWithoutRulesIsAnError() {
    assertThat(traces("in eth0: tcp [::1]:1 > [::2]:1 => ACCEPT").diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("other-family-packet");
  }
}
