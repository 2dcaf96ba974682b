package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code -m owner} looks at; each test says one fact of the kernel. */
class OwnerFactsTest {

  private static final String OUT = "outbound tcp 10.0.0.9:40000 > 10.50.0.7:80";
  private static final String ROUND = "outbound tcp 10.0.0.9:40000 > 10.0.0.8:80 out=lo";

  private static Lab owner(String options) {
    return Lab.rules("*filter", "-A OUTPUT -m owner " + options + " -j DROP").inBothFamilies();
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "1500, true", "2000, true", "999, false", "2001, false"})
  void aRangeOfUsersIsLegal(int user, boolean holds) {
    owner("--uid-owner 1000-2000").send(OUT + " uid=" + user).verdict(holds ? "DROP" : "ACCEPT");
    owner("! --uid-owner 1000-2000").send(OUT + " uid=" + user).verdict(holds ? "ACCEPT" : "DROP");
  }

  @Test
  void supplementaryGroupsCountOnlyIfAskedFor() {
    owner("--gid-owner 1337").send(OUT + " gid=5 groups=1337").passes();
    owner("--gid-owner 1337 --suppl-groups").send(OUT + " gid=5 groups=1337").drops();
    owner("! --gid-owner 1337 --suppl-groups").send(OUT + " gid=5 groups=1337").passes();
  }

  @ParameterizedTest
  @CsvSource({
    "--uid-owner 0, false",
    "! --uid-owner 0, true",
    "--gid-owner 0, false",
    "! --gid-owner 0, true",
    "! --uid-owner 0 --gid-owner 0, false",
    "! --uid-owner 0 ! --gid-owner 0, true",
    "! --gid-owner 0 --suppl-groups, false",
    "--socket-exists, false",
    "! --socket-exists, true",
    "! --socket-exists ! --uid-owner 0, true",
    "! --socket-exists --uid-owner 0, false",
  })
  void withoutASocketARuleHoldsOnlyIfEveryOptionIsNegated(String options, boolean holds) {
    owner(options).send(OUT + " sender=no_socket").verdict(holds ? "DROP" : "ACCEPT");
  }

  @Test
  void theCopyOfABroadcastHasNoSocket() {
    Lab.rules(
            "*mangle",
            "-A POSTROUTING -m owner --socket-exists",
            "-A POSTROUTING -m owner ! --uid-owner 0")
        .having("eth0", "10.0.0.9/24")
        .routed("10.50.0.0/16 dev eth0")
        .send("outbound udp 10.0.0.9:40000 > 10.0.0.255:53")
        .rules("mangle POSTROUTING 2", "mangle POSTROUTING 1");
  }

  // RSTs and ICMP errors, which go out by a socket of the kernel's that no file belongs to.
  @ParameterizedTest
  @CsvSource({
    "--uid-owner 0, false",
    "! --uid-owner 0, true",
    "--gid-owner 0, false",
    "! --gid-owner 0, true",
    "--gid-owner 0 --suppl-groups, false",
    "! --uid-owner 0 --gid-owner 0, false",
    "--socket-exists, true",
    "! --socket-exists, false",
    "--socket-exists ! --uid-owner 0, true",
    "--socket-exists --uid-owner 0, false",
  })
  void whatTheKernelSendsHasASocketButNeitherUserNorGroup(String options, boolean holds) {
    owner(options).send(OUT + " sender=kernel flags=RST").verdict(holds ? "DROP" : "ACCEPT");
  }

  @Test
  void aSocketExistsWhereAProgramSends() {
    owner("--socket-exists").send(OUT).drops();
    owner("! --socket-exists").send(ROUND).passes();
  }

  @Test
  void allOptionsMustHold() {
    owner("--uid-owner 1000 --gid-owner 1000").send(OUT + " uid=1000 gid=1000").drops();
    owner("--uid-owner 1000 --gid-owner 1000").send(OUT + " uid=1000 gid=5").passes();
    owner("--uid-owner 1000 ! --gid-owner 1000").send(OUT + " uid=1000 gid=5").drops();
  }
}
