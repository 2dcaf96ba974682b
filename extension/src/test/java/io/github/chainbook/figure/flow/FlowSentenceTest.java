package io.github.chainbook.figure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.words.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowSentenceTest {

  @Test
  void saysWhoConnectsAndWhichHookSendsItWhere() {
    assertThat(sentence("seed", 0))
        .isEqualTo(
            "curl in client connects to fortio-server:8080;"
                + " PREROUTING of fortio-server redirects it to port 15006, where envoy listens;"
                + " envoy, from 127.0.0.6, connects to fortio-server:8080;"
                + " OUTPUT of fortio-server lets it pass unchanged;"
                + " app of fortio-server, listening at 8080, gets it;"
                + " app connects to fortio-server-l2:8080;"
                + " OUTPUT of fortio-server redirects it to port 15001, where envoy listens;"
                + " envoy connects to fortio-server-l2:8080;"
                + " OUTPUT of fortio-server lets it pass unchanged;"
                + " for service fortio-server-l2 it goes to 10.244.3.9:8080 in fortio-server-l2;"
                + " PREROUTING of fortio-server-l2 redirects it to port 15006, where envoy listens;"
                + " envoy, from 127.0.0.6, connects to fortio-server-l2:8080;"
                + " OUTPUT of fortio-server-l2 lets it pass unchanged;"
                + " app of fortio-server-l2, listening at 8080, gets it;"
                + " it arrives.");
  }

  @Test
  void saysWhyAFlowDoesNotArrive() {
    assertThat(sentence("refused", 0))
        .endsWith(
            "PREROUTING of fortio-server redirects it to port 15006;"
                + " it is refused in fortio-server: nobody listens at 10.244.2.5:15006.");
    assertThat(sentence("two-flows", 3))
        .endsWith("; it leaves from fortio-server: no namespace has 198.51.100.7.");
  }

  @Test
  void saysOnceThatARuleOrPolicyEndsItsWay() {
    assertThat(sentence("dropped", 0))
        .isEqualTo(
            "curl in office connects to shop:80;"
                + " it is dropped in shop: the policy of INPUT in table filter drops it.");
    assertThat(sentence("rejected", 0))
        .isEqualTo(
            "curl in office connects to shop:25; it is rejected in shop:"
                + " rule 2 of INPUT in table filter rejects it with icmp-port-unreachable.");
  }

  @Test
  void saysToWhichPortTproxyHandsIt() {
    assertThat(sentence("tproxy", 0))
        .isEqualTo(
            "curl in office connects to shop:8443; PREROUTING of shop sets its mark to 0x1"
                + " and hands it to port 3129, where filter listens; it arrives.");
  }

  @Test
  void saysThatAProxyGetsItsOwn() {
    assertThat(sentence("loop", 0))
        .endsWith(
            "; envoy connects to server:80; OUTPUT of client redirects it to port 15001, where"
                + " envoy listens; it loops in client:"
                + " envoy gets what it has sent itself, to 10.244.2.5:80.");
  }

  @Test
  void saysOfEachWayWhenItIsTaken() {
    assertThat(sentence("node-port", 0))
        .startsWith("Way 1 of 2 (50 %, ")
        .contains(
            "PREROUTING of host-1 changes its destination to 10.0.1.2:80;"
                + " POSTROUTING of host-1 changes its source to 192.0.2.1; web-a gets it by eth0",
            ". Way 2 of 2 (50 %, ",
            "PREROUTING of host-1 changes its destination to 10.0.1.3:80");
  }

  @Test
  void saysOfAHopWithoutRulesThatItComesIn() {
    Deployment deployment = Deployments.of("bare");
    Names names = new Names(deployment.topology(), Messages.english());
    List<String> hops =
        Passage.of(deployment.walks().get(0), Messages.english()).stream()
            .map(passage -> FlowSentence.of(names, passage))
            .toList();
    assertThat(hops).containsExactly("curl in office connects to shop:81", "shop gets it by eth0");
  }

  private static String sentence(String name, int flow) {
    Deployment deployment = Deployments.of(name);
    FlowWalk walk = deployment.walks().get(flow);
    return FlowSentence.of(new Names(deployment.topology(), Messages.english()), walk);
  }
}
