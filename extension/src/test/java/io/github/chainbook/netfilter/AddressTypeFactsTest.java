package io.github.chainbook.netfilter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What addrtype holds for; each test says one fact of the kernel. */
class AddressTypeFactsTest {

  private static Lab type(String types) {
    return Lab.rules("*mangle", "-A PREROUTING -m addrtype --dst-type " + types)
        .having("eth0", "10.0.0.1/24");
  }

  private static void check(Lab lab, String packet, boolean holds) {
    lab.send(packet).rules(holds ? new String[] {"mangle PREROUTING 1"} : new String[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, LOCAL, true",
    "10.0.0.1, UNICAST, false",
    "10.0.0.255, BROADCAST, true",
    "10.0.0.255, UNICAST, false",
    "224.0.0.5, MULTICAST, true",
    "10.0.0.1, 'UNICAST,LOCAL', true",
    "10.0.0.1, 'UNICAST,BROADCAST', false"
  })
  void typesOfIpv4AreExclusiveAndTheListIsAnOr(String to, String types, boolean holds) {
    check(type(types), "inbound udp 10.0.0.9:40000 > " + to + ":80", holds);
  }

  @ParameterizedTest
  @CsvSource({"UNICAST, true", "LOCAL, false", "UNREACHABLE, false"})
  void unroutableAndOrdinaryAddressesAreUnicast(String type, boolean holds) {
    check(type(type), "forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1", holds);
  }

  @ParameterizedTest
  @CsvSource({"LOCAL, true", "UNICAST, true", "'UNICAST,LOCAL', true", "'LOCAL,MULTICAST', false"})
  void unicastOfIpv6IsTrueForLocalAddressesAndTheListIsAnAnd(String types, boolean holds) {
    check(type(types).inIpv6(), "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80", holds);
  }

  @ParameterizedTest
  @CsvSource({"LOCAL, true", "UNICAST, false"})
  void loopbackIsLocal(String type, boolean holds) {
    Lab lab = Lab.rules("*mangle", "-A OUTPUT -m addrtype --dst-type " + type);
    lab.send("outbound tcp 127.0.0.1:40000 > 127.9.9.9:80 out=lo")
        .rules(holds ? new String[] {"mangle OUTPUT 1"} : new String[0]);
  }

  @ParameterizedTest
  @CsvSource({"BROADCAST, true", "UNICAST, false", "UNSPEC, false"})
  void theZeroAddressIsBroadcast(String type, boolean holds) {
    Lab lab = Lab.rules("*mangle", "-A PREROUTING -m addrtype --src-type " + type);
    lab.send("inbound udp 0.0.0.0:68 > 255.255.255.255:67")
        .rules(holds ? new String[] {"mangle PREROUTING 1"} : new String[0]);
  }

  // The route is looked for by that interface, and the address has to be one of its own.
  @ParameterizedTest
  @CsvSource({
    "10.0.0.5, LOCAL, true",
    "10.0.0.5, UNREACHABLE, false",
    "10.0.1.5, LOCAL, false",
    "10.50.0.7, LOCAL, false",
    "10.50.0.7, UNREACHABLE, false",
    "10.50.0.7, UNICAST, true"
  })
  void anInterfaceLimitsTypesOfIpv6ToWhatItHasAndReaches(String to, String types, boolean holds) {
    Lab lab =
        Lab.rules("*mangle", "-A PREROUTING -m addrtype --dst-type " + types + " --limit-iface-in")
            .inIpv6()
            .having("eth0", "10.0.0.5/24")
            .having("eth1", "10.0.1.5/24");
    check(lab, "inbound udp 10.0.0.9:40000 > " + to + ":53", holds);
  }

  // Routes of the harness lead out by eth0.
  @ParameterizedTest
  @CsvSource({"eth0, false", "eth1, true"})
  void whatNoRouteOfTheInterfaceLeadsToIsUnreachable(String in, boolean holds) {
    Lab lab =
        Lab.rules("*mangle", "-A PREROUTING -m addrtype --src-type UNREACHABLE --limit-iface-in");
    check(lab.inIpv6(), "inbound udp 10.0.0.9:40000 > 10.0.0.5:53 in=" + in, holds);
  }

  @ParameterizedTest
  @CsvSource({"LOCAL, true", "UNREACHABLE, false"})
  void loopbackIsReachedByLoAndItsOwn(String type, boolean holds) {
    Lab lab =
        Lab.rules("*mangle", "-A OUTPUT -m addrtype --dst-type " + type + " --limit-iface-out");
    lab.inIpv6()
        .send("outbound tcp 10.0.0.9:40000 > 127.0.0.1:80 out=lo")
        .rules(holds ? new String[] {"mangle OUTPUT 1"} : new String[0]);
  }
}
