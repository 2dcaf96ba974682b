package io.github.chainbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class DiagnosticTest {

  private static final Position PLACE = new Position("a.rules", 3, 14);

  @Test
  void printsInTheFormOfACompiler() {
    assertThat(Diagnostic.error("no-table", PLACE, "there is no table"))
        .hasToString("a.rules:3:14: error: there is no table [no-table]");
    assertThat(Diagnostic.warning("table-again", PLACE, "twice"))
        .hasToString("a.rules:3:14: warning: twice [table-again]");
  }

  @Test
  void printsOneLineWhateverTheInputHolds() {
    Position place = new Position("a\nb", 1, 1);
    assertThat(Diagnostic.error("x", place, "found '\n\u202E'").toString())
        .isEqualTo("a\u240Ab:1:1: error: found '\u240A\uFFFD' [x]");
  }

  @Test
  void aRepairSaysWhatWasDone() {
    Diagnostic repaired = Diagnostic.error("x", PLACE, "wrong", "it is dropped").repaired();
    assertThat(repaired.isError()).isFalse();
    assertThat(repaired).hasToString("a.rules:3:14: warning: wrong; repaired: it is dropped [x]");
  }

  @Test
  void whatHasNoRemedyCannotBeRepaired() {
    Diagnostic hopeless = Diagnostic.error("x", PLACE, "wrong");
    assertThatIllegalStateException().isThrownBy(hopeless::repaired);
  }
}
