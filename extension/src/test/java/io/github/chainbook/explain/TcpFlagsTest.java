package io.github.chainbook.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpFlagsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SYN,ACK             | SYN     | SYN set and ACK clear
          FIN,SYN,RST,ACK     | SYN     | SYN set and FIN, RST and ACK clear
          SYN,FIN             | SYN,FIN | FIN and SYN set
          syn,fin             | none    | FIN and SYN clear
          ALL                 | NONE    | no flag set
          ALL                 | ALL     | FIN, SYN, RST, PSH, ACK and URG set
          NONE                | NONE    | any flags
          SYN                 | ACK     | ACK set where only SYN may be (never)
          """)
  void saysWhichAreSetAndWhichAreClear(String examined, String set, String words) {
    assertThat(TcpFlags.parse(examined, set).orElseThrow().words()).isEqualTo(words);
  }

  @Test
  void otherNamesAreNoFlags() {
    assertThat(TcpFlags.parse("SYN", "X")).isEmpty();
    assertThat(TcpFlags.parse("", "SYN")).isEmpty();
    assertThat(TcpFlags.parse("SYN,,ACK", "SYN")).isEmpty();
  }

  @Test
  void theFlagsOfSynHaveNoOrder() {
    assertThat(TcpFlags.parse("ACK,RST,FIN,SYN", "SYN")).contains(TcpFlags.SYN_ALONE);
  }
}
