package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What REJECT answers, and queues; each test says one fact of the kernel. */
class RejectFactsTest {

  private static final String IN = "inbound tcp 10.0.0.9:40000 > 10.0.0.1:80";
  private static final String UDP = "inbound udp 10.0.0.9:40000 > 10.0.0.1:80";
  private static final String PORT = "icmp-port-unreachable";

  private static Lab rejecting() {
    return Lab.rules("*filter", "-A INPUT -j REJECT", "-A FORWARD -j REJECT", "-A OUTPUT -j REJECT")
        .having("eth0", "10.0.0.1/24");
  }

  @Test
  void rejectAnswersNothingToResetsButStaysAReject() {
    Lab lab = Lab.rules("*filter", "-A INPUT -p tcp -j REJECT --reject-with tcp-reset");
    lab.inBothFamilies().send(IN + " flags=RST").verdict("REJECT").response("");
    lab.inBothFamilies().send(IN + " flags=SYN").verdict("REJECT").response("tcp-reset");
  }

  @ParameterizedTest
  @CsvSource({"3, ''", "11, ''", "12, ''", "8, icmp-port-unreachable", "0, icmp-port-unreachable"})
  void rejectAnswersNothingToIcmpErrors(int type, String response) {
    rejecting()
        .send("inbound icmp 10.0.0.9 > 10.0.0.1 icmp_type=" + type)
        .verdict("REJECT")
        .response(response);
  }

  @Test
  void rejectAnswersNothingToLaterFragments() {
    String udp = "forward udp 10.0.0.9:40000 > 10.50.0.7:80 out=eth1 len=40";
    rejecting().send(udp + " frag=80").verdict("REJECT").response("");
    rejecting().send(udp).verdict("REJECT").response(PORT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void rejectAnswersNothingToBadChecksums(String protocol) {
    String packet = UDP.replace("udp", protocol);
    rejecting().send(packet + " ct=invalid").verdict("REJECT").response("");
    rejecting().send(packet).verdict("REJECT").response(PORT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.255", "255.255.255.255", "224.0.0.1"})
  void rejectAnswersNothingToWhatGoesToMany(String to) {
    rejecting().send("inbound udp 10.0.0.9:40000 > " + to + ":80").verdict("REJECT").response("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"broadcast", "multicast"})
  void rejectAnswersNothingToFramesForMany(String type) {
    rejecting().send(UDP + " pkttype=" + type).verdict("REJECT").response("");
  }

  @Test
  void rejectInOutputTellsTheSender() {
    rejecting()
        .send("outbound udp 10.0.0.1:40000 > 10.50.0.7:80")
        .verdict("REJECT")
        .by("filter OUTPUT 1")
        .response(PORT);
  }

  @Test
  void queueEndsTheWalk() {
    // This kernel's nf_tables has no such target.
    Lab.rules("*filter", "-A INPUT -j QUEUE", "-A INPUT -j DROP")
        .with(Backend.LEGACY)
        .inBothFamilies()
        .send(IN)
        .verdict("QUEUE")
        .steps("filter INPUT 1");
  }

  @Test
  void aQueueWithoutAListenerIsAnAcceptOfItsTableIfItMayBeBypassed() {
    Lab.rules(
            "*mangle",
            "-A INPUT -j NFQUEUE --queue-bypass",
            "-A INPUT -j DROP",
            "*filter",
            "-A INPUT -j REJECT")
        .inBothFamilies()
        .send(IN)
        .verdict("REJECT")
        .rules("mangle INPUT 1", "filter INPUT 1");
  }

  @ParameterizedTest
  @CsvSource({"SYN, SYNPROXY", "'SYN,ECE', SYNPROXY", "RST, ACCEPT", "'SYN,ACK', ACCEPT"})
  void synproxyTakesWhatOpensAConnection(String flags, String verdict) {
    Lab.rules("*filter", "-A INPUT -p tcp -j SYNPROXY", "-A INPUT -j ACCEPT")
        .inBothFamilies()
        .send(IN + " flags=" + flags)
        .verdict(verdict)
        .by("filter INPUT " + (verdict.equals("ACCEPT") ? 2 : 1));
  }
}
