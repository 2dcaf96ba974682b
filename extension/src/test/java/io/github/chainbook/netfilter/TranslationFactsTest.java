package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What addresses and ports become; each test says one fact of the kernel. */
class TranslationFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";
  private static final String THROUGH = "forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1";

  private static Lab nat(String... rules) {
    String[] all = new String[rules.length + 1];
    all[0] = "*nat";
    System.arraycopy(rules, 0, all, 1, rules.length);
    return Lab.rules(all).inBothFamilies();
  }

  @Test
  void aConnectionHasOneDestinationAndOneSourceTranslation() {
    nat(
            "-A PREROUTING -p tcp -j DNAT --to-destination 10.50.0.8",
            "-A PREROUTING -p tcp -j DNAT --to-destination 10.50.0.9",
            "-A POSTROUTING -p tcp -j SNAT --to-source 10.60.0.1",
            "-A POSTROUTING -p tcp -j SNAT --to-source 10.60.0.2")
        .send(THROUGH)
        .rules("nat PREROUTING 1", "nat POSTROUTING 1")
        .from("10.60.0.1:40000")
        .to("10.50.0.8:80");
  }

  @Test
  void theSourceOfWhatIsDeliveredIsTranslatedInInput() {
    nat("-A INPUT -p tcp -j SNAT --to-source 10.60.0.1").send(IN).from("10.60.0.1:40000");
  }

  @Test
  void netmapMapsTheDestinationInPreroutingAndOutput() {
    nat("-A PREROUTING -j NETMAP --to 10.77.0.0/16").send(IN).to("10.77.0.1:80");
    nat("-A OUTPUT -j NETMAP --to 10.77.0.0/16")
        .send("outbound tcp 10.0.0.9:40000 > 10.50.0.7:80")
        .to("10.77.0.7:80");
  }

  @Test
  void netmapMapsTheSourceInInputAndPostrouting() {
    nat("-A INPUT -j NETMAP --to 10.77.0.0/16").send(IN).from("10.77.0.9:40000");
    nat("-A POSTROUTING -j NETMAP --to 10.77.0.0/16").send(THROUGH).from("10.77.0.9:40000");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.9, 10.50.0.7, '', 10.99.0.2",
    "10.0.0.9, 10.50.0.8, '', 10.99.0.1",
    "10.0.0.9, 10.50.0.8, ' --persistent', 10.99.0.5",
  })
  void theAddressOfARangeFollowsFromTheAddresses(
      String from, String to, String option, String expected) {
    Lab.rules("*nat", "-A PREROUTING -j DNAT --to-destination 10.99.0.1-10.99.0.9" + option)
        .send("forward tcp " + from + ":40000 > " + to + ":80 out=eth1")
        .to(expected + ":80");
  }

  @Test
  void theAddressOfASourceRangeFollowsFromTheDestinationAfterDnat() {
    Lab.rules(
            "*nat",
            "-A PREROUTING -d 10.50.0.7 -j DNAT --to-destination 10.50.0.8",
            "-A POSTROUTING -j SNAT --to-source 10.99.0.1-10.99.0.9")
        .send(THROUGH)
        .to("10.50.0.8:80")
        .from("10.99.0.1:40000");
  }

  @Test
  void persistentRangesLeaveTheDestinationOut() {
    Lab lab =
        Lab.rules("*nat", "-A POSTROUTING -j SNAT --to-source 10.99.0.1-10.99.0.200 --persistent");
    lab.send(THROUGH).from("10.99.0.108:40000");
    lab.send("forward tcp 10.0.0.9:40000 > 10.51.3.3:80 out=eth1").from("10.99.0.108:40000");
  }

  @ParameterizedTest
  @CsvSource({"0, 10.99.0.41", "7, 10.99.0.151"})
  void theAddressOfARangeFollowsFromTheZoneToo(int zone, String expected) {
    Lab.rules(
            "*raw",
            "-A PREROUTING -j CT --zone " + zone,
            "*nat",
            "-A PREROUTING -j DNAT --to-destination 10.99.0.1-10.99.0.200")
        .send(THROUGH)
        .to(expected + ":80");
  }

  @Test
  void anUnusedSourceInTheRangeIsKept() {
    nat("-A POSTROUTING -j SNAT --to-source 10.0.0.4-10.0.0.12")
        .send(THROUGH)
        .passes()
        .from("10.0.0.9:40000");
  }

  @Test
  void masqueradeTakesTheAddressOnTheSubnetOfTheNextHop() {
    Lab.rules("*nat", "-A POSTROUTING -o eth1 -j MASQUERADE")
        .having("eth0", "10.0.0.1/24")
        .having("eth1", "10.60.0.1/24", "10.61.0.1/24")
        .routed("default via 10.61.0.254 dev eth1")
        .send(THROUGH)
        .from("10.61.0.1:40000");
  }

  @Test
  void masqueradeTakesTheFirstAddressOfTheInterfaceElse() {
    Lab.rules("*nat", "-A POSTROUTING -o eth1 -j MASQUERADE")
        .having("eth1", "10.60.0.1/24", "10.61.0.1/24")
        .send(THROUGH)
        .from("10.60.0.1:40000");
  }

  @Test
  void masqueradeTakesAnAddressOfAnotherInterfaceWhereThereIsNone() {
    Lab.rules("*nat", "-A POSTROUTING -o eth1 -j MASQUERADE")
        .having("eth0", "10.0.0.1/24")
        .having("eth1", "fd00::1/64")
        .send(THROUGH)
        .from("10.0.0.1:40000");
  }

  @Test
  void masqueradeOverLoTakesAnAddressOfAnotherInterface() {
    Lab.rules("*nat", "-A POSTROUTING -j MASQUERADE")
        .having("eth0", "10.0.0.1/24")
        .send("outbound tcp 127.0.0.1:40000 > 127.0.0.1:80 out=lo")
        .from("10.0.0.1:40000");
  }

  @Test
  void masqueradeDropsWhereNoInterfaceHasAnAddress() {
    Lab.rules("*nat", "-A POSTROUTING -o eth1 -j MASQUERADE")
        .having("eth0", "fd00::2/64")
        .having("eth1", "fd00::1/64")
        .send(THROUGH)
        .drops()
        .by("nat POSTROUTING 1");
  }

  @Test
  void masqueradeOfIpv6SelectsTheSourceByDestination() {
    Lab.rules("*nat", "-A POSTROUTING -o eth1 -j MASQUERADE")
        .inIpv6()
        .having("eth1", "fd00::1/64", "10.60.0.1/32")
        .send(THROUGH)
        .from("10.60.0.1:40000");
  }

  @Test
  void dnatInOutputToAnUnroutableAddressIsADropByThatRule() {
    Lab.rules("*nat", "-A OUTPUT -p tcp -j DNAT --to-destination 10.99.0.1")
        .having("eth0", "10.0.0.9/24")
        .routed("10.50.0.0/16 dev eth0")
        .send("outbound tcp 10.0.0.9:40000 > 10.50.0.7:80")
        .drops()
        .by("nat OUTPUT 1");
  }
}
