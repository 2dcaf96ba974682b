package io.github.chainbook.netfilter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UndecidedShareTest {

  /** What may be open of what someone could tell. */
  private static final double LIMIT = 0.01;

  @ParameterizedTest
  @EnumSource
  void whatSomeoneCouldTellIsDecided(CaseGenerator generator) throws IOException {
    Undecided share = new Undecided();
    UndecidedShare.count(generator.cases(20, 10, 4), share);
    assertThat(share.packets()).isGreaterThan(50);
    assertThat(share.decidableShare()).as(share.toString()).isLessThanOrEqualTo(LIMIT);
  }

  private static String aCase(String rule) {
    String packet =
        "{\"path\":\"inbound\",\"src\":\"10.0.0.1\",\"dst\":\"10.0.0.2\",\"proto\":\"udp\"}";
    String rules = "*mangle\\n:PREROUTING ACCEPT [0:0]\\n-A PREROUTING " + rule + "\\nCOMMIT\\n";
    return "{\"rules\":\"" + rules + "\",\"packets\":[" + packet + "]}";
  }

  @Test
  void memoryIsNotCountedAsAFaultButIsCounted() {
    Undecided share = new Undecided();
    UndecidedShare.count(List.of(aCase("-m limit --limit 1/sec -j DROP")), share);
    assertThat(share.undecided()).isEqualTo(2);
    assertThat(share.decidableShare()).isZero();
    assertThat(share.toString()).contains("{MEMORY=2}").contains("{-m limit=2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-m limit --limit 1/sec holds | MEMORY",
        "-m statistic --mode random --probability 0.5 holds | CHANCE",
        "-m statistic --mode nth --every 3 holds | MEMORY",
        "-m time --timestart 10:00 does not hold | CLOCK",
        "-m conntrack --ctexpire 1:2 holds | CLOCK",
        "-m conntrack --ctstate NEW holds | -",
        "-m rpfilter holds | UNTOLD",
        "-m set --match-set given src holds | -",
        "-m set ! --match-set grown src holds | MEMORY",
        "-m set --match-set missing src holds | UNTOLD",
        "-m tcp --dport 80 holds | -",
        "the mark is 0x1 | -"
      })
  void whoseFaultItIs(String condition, Unknowable reason) {
    String line =
        "{\"ipset\":\"create given hash:ip\\ncreate grown hash:ip\\n\","
            + "\"rules\":\"-A INPUT -j SET --add-set grown src\\n\"}";
    assertThat(Unknowable.of(condition, line).orElse(null)).isEqualTo(reason);
  }

  @Test
  void withRoutesTheWayBackIsKnown() {
    String line = "{\"env\":{\"routing\":\"env\"}}";
    assertThat(Unknowable.of("-m rpfilter holds", line)).isEmpty();
  }
}
