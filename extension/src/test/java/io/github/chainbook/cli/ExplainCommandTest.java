package io.github.chainbook.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainCommandTest {

  private static final byte[] DUMP =
      """
      *nat
      :PREROUTING ACCEPT [0:0]
      :U - [0:0]
      -A PREROUTING -p tcp -m tcp --dport 80 -j U
      -A U -m comment --comment é -j RETURN
      -A U -m nosuch --thing 1 -j ACCEPT
      COMMIT
      """
          .getBytes(UTF_8);

  @Test
  void textHasASentenceBelowEachRule() {
    Run run = Run.withInput(DUMP, "explain", "-");
    assertThat(run.out())
        .startsWith(
            """
            # nat PREROUTING
            -A PREROUTING -p tcp -m tcp --dport 80 -j U
                TCP to port 80: continue in U.
            # nat U
            """)
        .contains("leave this chain and go on after the rule that jumped here (comment: “é”).");
  }

  @Test
  void jsonHasALineForEachRule() {
    Run run = Run.withInput(DUMP, "explain", "--format", "json", "-");
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out().lines().findFirst().orElseThrow())
        .isEqualTo(
            "{\"table\":\"nat\",\"chain\":\"PREROUTING\",\"rule\":1,"
                + "\"text\":\"-A PREROUTING -p tcp -m tcp --dport 80 -j U\","
                + "\"explanation\":\"TCP to port 80: continue in U.\",\"complete\":true}");
    assertThat(run.out()).isASCII();
  }

  @Test
  void whatIsNotKnownIsQuoted() {
    Run run = Run.withInput(DUMP, "explain", "--format", "json", "-");
    assertThat(run.out().lines().skip(2).findFirst().orElseThrow())
        .contains("-m nosuch --thing 1 holds (not known here)", "\"complete\":false");
  }

  @Test
  void aLanguageThatIsNotKnownIsEnglish() {
    String english = Run.withInput(DUMP, "explain", "-").out();
    assertThat(Run.withInput(DUMP, "explain", "--lang", "xx_YY", "-").out()).isEqualTo(english);
    assertThat(Run.withInput(DUMP, "explain", "--lang", "../../x", "-").out()).isEqualTo(english);
  }

  @Test
  void errorsGoToTheOtherStream() {
    Run run = Run.withInput("*filter\nfoo\nCOMMIT\n".getBytes(UTF_8), "explain", "-");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("<stdin>:2:1: error: ");
    assertThat(Run.withInput(DUMP, "explain", "--format", "xml", "-").status()).isEqualTo(2);
  }
}
