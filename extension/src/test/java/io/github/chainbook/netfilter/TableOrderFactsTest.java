package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;

/** In which order tables and routing come; each test says one fact of the kernel. */
class TableOrderFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";
  private static final String OUT = "outbound tcp 10.0.0.9:40000 > 10.50.0.7:80";
  private static final String THROUGH = "forward tcp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1";

  private static final String[] ALL = {
    "*raw",
    ":PREROUTING ACCEPT [0:0]",
    ":OUTPUT ACCEPT [0:0]",
    "*mangle",
    ":PREROUTING ACCEPT [0:0]",
    ":INPUT ACCEPT [0:0]",
    ":FORWARD ACCEPT [0:0]",
    ":OUTPUT ACCEPT [0:0]",
    ":POSTROUTING ACCEPT [0:0]",
    "*nat",
    ":PREROUTING ACCEPT [0:0]",
    ":INPUT ACCEPT [0:0]",
    ":OUTPUT ACCEPT [0:0]",
    ":POSTROUTING ACCEPT [0:0]",
    "*filter",
    ":INPUT ACCEPT [0:0]",
    ":FORWARD ACCEPT [0:0]",
    ":OUTPUT ACCEPT [0:0]",
    "*security",
    ":INPUT ACCEPT [0:0]",
    ":FORWARD ACCEPT [0:0]",
    ":OUTPUT ACCEPT [0:0]",
    "-A FORWARD -m conntrack --ctstate INVALID",
  };

  private static Lab all() {
    return Lab.rules(ALL).inBothFamilies();
  }

  @Test
  void legacyAsksSecurityBeforeTheSourceIsTranslated() {
    all()
        .with(Backend.LEGACY)
        .send(IN)
        .policies(
            "raw PREROUTING",
            "mangle PREROUTING",
            "nat PREROUTING",
            "mangle INPUT",
            "filter INPUT",
            "security INPUT",
            "nat INPUT");
  }

  @Test
  void nftAsksSecurityAfterTheSourceIsTranslated() {
    all()
        .with(Backend.NFT)
        .send(IN)
        .policies(
            "raw PREROUTING",
            "mangle PREROUTING",
            "nat PREROUTING",
            "mangle INPUT",
            "filter INPUT",
            "nat INPUT",
            "security INPUT");
  }

  @Test
  void securityOfNftSeesTheTranslatedSourceAndTheStateSnat() {
    Lab lab =
        Lab.rules(
                "*nat",
                "-A INPUT -p tcp -j SNAT --to-source 10.60.0.1",
                "*security",
                "-A INPUT -s 10.60.0.1 -m conntrack --ctstate SNAT",
                "-A INPUT -s 10.0.0.9")
            .inBothFamilies();
    lab.with(Backend.NFT).send(IN).rules("nat INPUT 1", "security INPUT 1");
    lab.with(Backend.LEGACY).send(IN).rules("security INPUT 2", "nat INPUT 1");
  }

  @Test
  void whatIsForwardedPassesThreeHooks() {
    all()
        .send(THROUGH)
        .policies(
            "raw PREROUTING",
            "mangle PREROUTING",
            "nat PREROUTING",
            "mangle FORWARD",
            "filter FORWARD",
            "security FORWARD",
            "mangle POSTROUTING",
            "nat POSTROUTING");
  }

  @Test
  void whatIsSentPassesOutputAndPostrouting() {
    all()
        .send(OUT)
        .policies(
            "raw OUTPUT",
            "mangle OUTPUT",
            "nat OUTPUT",
            "filter OUTPUT",
            "security OUTPUT",
            "mangle POSTROUTING",
            "nat POSTROUTING");
  }

  @Test
  void conntrackComesBetweenRawAndMangle() {
    Lab.rules(
            "*raw",
            "-A PREROUTING -m conntrack --ctstate NEW",
            "*mangle",
            "-A PREROUTING -m conntrack --ctstate NEW")
        .inBothFamilies()
        .send(IN)
        .rules("mangle PREROUTING 1");
  }

  @Test
  void tablesHaveTheirOwnBuiltInChains() {
    Lab.refused("*raw", "-A INPUT -j ACCEPT");
    Lab.refused("*nat", "-A FORWARD -j ACCEPT");
    Lab.refused("*filter", "-A PREROUTING -j ACCEPT");
    Lab.refused("*security", "-A POSTROUTING -j ACCEPT");
  }

  @Test
  void nftHasOnlyTheBuiltInChainsThatAreUsed() {
    Lab lab = Lab.rules("*mangle", "-A PREROUTING").inBothFamilies();
    lab.with(Backend.NFT).send(IN).policies("mangle PREROUTING");
    lab.with(Backend.LEGACY).send(IN).policies("mangle PREROUTING", "mangle INPUT");
  }

  @Test
  void routingComesBehindPrerouting() {
    Lab.rules("*nat", "-A PREROUTING -p tcp -j DNAT --to-destination 10.50.0.8")
        .having("eth0", "10.0.0.1/24")
        .having("eth1", "10.50.0.1/24")
        .routed("10.50.0.0/24 dev eth1")
        .send("inbound tcp 10.0.0.9:40000 > 10.0.0.1:80")
        .passes()
        .hooks("PREROUTING eth0 ->", "FORWARD eth0 -> eth1", "POSTROUTING eth0 -> eth1");
  }

  @Test
  void whatPreroutingMarksIsRoutedByItsMark() {
    Lab.rules("*mangle", "-A PREROUTING -j MARK --set-xmark 0x1/0xffffffff")
        .having("eth0", "10.0.0.1/24")
        .having("eth1", "10.60.0.9/24")
        .having("eth2", "10.61.0.9/24")
        .routed("default via 10.60.0.254 dev eth1")
        .configured(
            "rule add fwmark 1 lookup 133", "route add default via 10.61.0.254 dev eth2 table 133")
        .send("forward tcp 10.0.0.9:40000 > 10.50.0.7:80")
        .hooks("PREROUTING eth0 ->", "FORWARD eth0 -> eth2", "POSTROUTING eth0 -> eth2");
  }

  @Test
  void routingComesBeforeOutput() {
    Lab.rules("*raw", "-A OUTPUT -o eth1")
        .having("eth1", "10.60.0.9/24")
        .routed("default via 10.60.0.254 dev eth1")
        .send("outbound tcp 10.60.0.9:40000 > 10.50.0.7:80")
        .rules("raw OUTPUT 1");
  }

  @Test
  void postroutingKeepsTheInputInterfaceOfWhatIsForwarded() {
    Lab.rules("*mangle", ":U - [0:0]", "-A POSTROUTING -j U", "-A U -i eth0")
        .inBothFamilies()
        .send(THROUGH)
        .rules("mangle POSTROUTING 1", "mangle U 1");
  }

  @Test
  void theInputInterfaceOfWhatIsSentIsEmpty() {
    Lab.rules(
            "*filter",
            ":U - [0:0]",
            "-A OUTPUT -j U",
            "-A U -i eth0",
            "-A U ! -i eth0",
            "-A U -i +")
        .inBothFamilies()
        .send(OUT)
        .rules("filter OUTPUT 1", "filter U 2", "filter U 3");
  }
}
