package io.github.chainbook.xtables.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.xtables.packet.FakeConnection;
import io.github.chainbook.xtables.packet.FakePacketEdit;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.RuleOf;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.ConntrackStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matches that look at connections, sockets and memory, where not all is known. */
class StateMatchesTest {

  private final FakePacketEdit packet = FakePacketEdit.of("10.0.0.9", "10.0.0.5");
  private final FakeConnection connection = new FakeConnection();

  private Truth asked(String match) {
    return RuleOf.test("mangle POSTROUTING -m " + match, packet);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conntrack --ctproto 6|NO",
        "conntrack ! --ctproto 6|NO",
        "conntrack --ctstate INVALID|YES",
        "conntrack ! --ctstate NEW --ctproto 17|YES",
        "conntrack --ctstate NEW|NO",
        "helper ! --helper ftp|YES",
        "connlabel ! --label 1|YES",
        "connbytes ! --connbytes 1:2 --connbytes-mode packets --connbytes-dir both|NO",
        "cluster --cluster-total-nodes 1 --cluster-local-node 1 --cluster-hash-seed 1|NO"
      })
  void withoutConnection(String match, Truth truth) {
    assertThat(asked(match)).isEqualTo(truth);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conntrack --ctstate SNAT|YES",
        "conntrack --ctstate DNAT|NO",
        "conntrack --ctstatus NONE|NO",
        "conntrack ! --ctstatus NONE|YES",
        "conntrack --ctstatus ASSURED|YES",
        "conntrack --ctorigsrc 10.0.0.0/8|UNKNOWN",
        "conntrack --ctorigsrc 10.0.0.0/8 --ctdir REPLY|NO",
        "conntrack --ctorigsrcport 40000|YES",
        "conntrack ! --ctorigdstport 80|UNKNOWN",
        "conntrack --ctexpire 5|UNKNOWN",
        "conntrack --ctexpire 0:4294967295|YES",
        "helper --helper ftp|NO",
        "connlabel --label 1|UNKNOWN",
        "connlimit --connlimit-above 0|YES",
        "connlimit --connlimit-above 5|UNKNOWN",
        "cluster --cluster-total-nodes 2 --cluster-local-node 1 --cluster-hash-seed 1|UNKNOWN"
      })
  void withConnection(String match, Truth truth) {
    packet.connection = connection;
    packet.state = ConntrackState.NEW;
    connection.translated = true;
    connection.statuses.add(ConntrackStatus.ASSURED);
    assertThat(asked(match)).isEqualTo(truth);
  }

  @Test
  void clustersHashTheOriginalSource() {
    packet.connection = connection;
    connection.source = Address.find("10.0.0.9", packet.family).orElseThrow();
    int found = 0;
    for (int node = 1; node <= 5; node++) {
      String match =
          "cluster --cluster-total-nodes 5 --cluster-local-node %d --cluster-hash-seed 7";
      found += asked(match.formatted(node)) == Truth.YES ? 1 : 0;
    }
    assertThat(found).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "owner --socket-exists|NO|YES",
        "owner ! --socket-exists|YES|NO",
        "owner --uid-owner 1000|NO|YES",
        "owner ! --uid-owner 1000|YES|NO",
        "owner ! --uid-owner 1000 --gid-owner 5|NO|NO",
        "owner --uid-owner 1000-2000 --gid-owner 5|NO|UNKNOWN",
        "owner ! --uid-owner 5 ! --gid-owner 5|YES|UNKNOWN",
        "owner ! --gid-owner 5 --suppl-groups|NO|UNKNOWN"
      })
  void owners(String match, Truth without, Truth with) {
    packet.with(Field.UID, 1000);
    packet.socket = Truth.NO;
    assertThat(asked(match)).isEqualTo(without);
    packet.socket = Truth.YES;
    assertThat(asked(match)).isEqualTo(with);
    packet.socket = Truth.UNKNOWN;
    assertThat(asked(match)).isEqualTo(without == with ? with : Truth.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "policy --dir out --pol none|YES",
        "policy --dir out --pol ipsec|NO",
        "devgroup --dst-group 0|YES",
        "realm --realm 0|YES",
        "physdev ! --physdev-is-in|YES",
        "physdev --physdev-is-bridged|NO",
        "cgroup --cgroup 0|YES",
        "ipvs ! --ipvs|YES"
      })
  void completeMachinesLackWhatIsNotSaid(String match, Truth truth) {
    packet.socket = Truth.YES;
    assertThat(asked(match)).isEqualTo(Truth.UNKNOWN);
    packet.machine().complete = true;
    assertThat(asked(match)).isEqualTo(truth);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit --limit 5/sec|1",
        "recent --rcheck|1",
        "quota --quota 9999|1",
        "statistic --mode nth --every 2 --packet 0|1",
        "hashlimit --hashlimit-upto 5/sec --hashlimit-name a|1",
        "time --timestart 08:00:00|0",
        "cpu --cpu 0|0",
        "statistic --mode random --probability 0.5|0",
        "set --match-set nosuch src|0"
      })
  void memoryIsAskedEachTime(String match, int eachTime) {
    packet.with(Field.LENGTH, 40);
    assertThat(asked(match)).isEqualTo(Truth.UNKNOWN);
    assertThat(packet.eachTime).isEqualTo(eachTime);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recent --set|YES",
        "recent ! --set|NO",
        "quota --quota 39|NO",
        "quota ! --quota 0|YES",
        "statistic --mode nth ! --every 1 --packet 0|NO",
        "statistic --mode random --probability 1|YES",
        "statistic --mode random ! --probability 0|YES"
      })
  void someOfItIsDecided(String match, Truth truth) {
    packet.with(Field.LENGTH, 40);
    assertThat(asked(match)).isEqualTo(truth);
  }

  @Test
  void socketsAreLookedForAndTheirMarkTaken() {
    packet.ports(6, 40000, 80).with(Field.MARK, 5);
    packet.state = ConntrackState.NEW;
    packet.machine().listens = Truth.NO;
    String match = "mangle PREROUTING -m socket --restore-skmark";
    assertThat(RuleOf.test(match, packet)).isEqualTo(Truth.NO);
    assertThat(packet.number(Field.MARK)).isEqualTo(5);
    packet.machine().listens = Truth.YES;
    assertThat(RuleOf.test(match, packet)).isEqualTo(Truth.YES);
    assertThat(packet.isKnown(Field.MARK)).isFalse();
    packet.state = ConntrackState.ESTABLISHED;
    assertThat(RuleOf.test(match, packet)).isEqualTo(Truth.UNKNOWN);
  }
}
