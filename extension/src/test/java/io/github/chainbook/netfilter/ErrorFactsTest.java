package io.github.chainbook.netfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ICMP errors about connections that table nat has not seen; each test says one fact. */
class ErrorFactsTest {

  private static final String ERROR =
      "inbound icmp 10.50.0.7 > 10.0.0.9 ct=related"
          + " inner=outbound_tcp_10.0.0.9:40000_>_10.50.0.7:80 icmp_code=1 icmp_type=";
  private static final String RELATED = "-A INPUT -m conntrack --ctstate RELATED";

  @ParameterizedTest
  @CsvSource({"3, ACCEPT", "4, ACCEPT", "5, DROP", "11, ACCEPT", "12, ACCEPT"})
  void natDropsARedirectAndNoOtherError(int type, String verdict) {
    Lab.rules("*nat", "-A PREROUTING", "*filter", RELATED)
        .send(ERROR + type)
        .verdict(verdict)
        .by(verdict.equals("DROP") ? "" : "filter INPUT policy");
  }

  @Test
  void withoutNatARedirectPasses() {
    Lab.rules("*filter", RELATED).send(ERROR + 5).passes().rules("filter INPUT 1");
  }

  @Test
  void whatIsUntrackedPasses() {
    Lab.rules("*raw", "-A PREROUTING -j CT --notrack", "*nat", "-A PREROUTING -j REDIRECT")
        .send(ERROR + 5)
        .passes()
        .rules("raw PREROUTING 1");
  }
}
