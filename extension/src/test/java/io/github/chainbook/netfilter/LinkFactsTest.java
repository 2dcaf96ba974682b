package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a packet's link does to it; each test says one fact of the kernel. */
class LinkFactsTest {

  @ParameterizedTest
  @ValueSource(strings = {"broadcast", "multicast"})
  void whatWasSentToManyIsNotSentOn(String type) {
    Lab lab = Lab.rules("*mangle", "-A PREROUTING", "-A FORWARD").inBothFamilies();
    String packet = "forward udp 10.0.0.9:4000 > 10.50.0.7:80 in=eth0 out=eth1";
    lab.send(packet).passes().rules("mangle PREROUTING 1", "mangle FORWARD 1");
    lab.send(packet + " pkttype=" + type).verdict("UNROUTED").rules("mangle PREROUTING 1");
  }

  // The nodes of a cluster answer for one hardware address, which is that of a group.
  @ParameterizedTest
  @CsvSource({"multicast, '', ACCEPT", "multicast, ! , ACCEPT", "broadcast, '', UNROUTED"})
  void clusterTakesWhatWasSentToAGroupForItsOwn(String type, String not, String verdict) {
    String cluster =
        "-A PREROUTING -m cluster --cluster-total-nodes 2 "
            + not.strip()
            + " --cluster-local-nodemask 0x1 --cluster-hash-seed 0x1 -j RETURN";
    String packet = "forward udp 10.0.0.9:4000 > 10.50.0.7:80 in=eth0 out=eth1 pkttype=";
    Lab.rules("*raw", cluster, "-A PREROUTING -m pkttype --pkt-type multicast")
        .inBothFamilies()
        .send(packet + type)
        .verdict(verdict)
        .rules();
    Lab.rules("*raw", cluster.replace("-m", "-p tcp -m"), "*filter", "-A FORWARD")
        .inBothFamilies()
        .send(packet + type)
        .verdict("UNROUTED");
  }

  @Test
  void whatWasSentToAllComesToTheMachine() {
    Lab.rules("*mangle", "-A INPUT")
        .send("inbound udp 10.0.0.9:4000 > 10.0.0.5:80 in=eth0 pkttype=broadcast")
        .passes()
        .rules("mangle INPUT 1");
  }

  @ParameterizedTest
  @CsvSource({"src;src, true", "src;dst, false", "dst;dst, false"})
  void theReceivingInterfaceHasAnAddressOfItsOwn(String sides, boolean holds) {
    Lab lab =
        Lab.rules(
                "*mangle",
                "-A PREROUTING -m set --match-set s " + sides.replace(';', ','),
                "-A PREROUTING -m set ! --match-set s " + sides.replace(';', ','))
            .sets("create s bitmap:ip,mac range 10.0.0.0/24", "add s 10.0.0.9,02:00:00:00:00:02");
    lab.send("inbound udp 10.0.0.9:4000 > 10.0.0.5:80 in=eth0 mac=02:00:00:00:00:02")
        .rules("mangle PREROUTING " + (holds ? 1 : 2));
  }

  @Test
  void whatWasSentToAllHasTheirAddress() {
    Lab.rules("*mangle", "-A PREROUTING -m set --match-set s src,dst")
        .sets("create s bitmap:ip,mac range 10.0.0.0/24", "add s 10.0.0.9,ff:ff:ff:ff:ff:ff")
        .send("inbound udp 10.0.0.9:4000 > 10.0.0.5:80 in=eth0 pkttype=broadcast")
        .rules("mangle PREROUTING 1");
  }
}
