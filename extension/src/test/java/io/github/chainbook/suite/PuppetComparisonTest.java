package io.github.chainbook.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the comparison finds what differs. */
class PuppetComparisonTest {

  @TempDir private Path folder;

  @Test
  void theSameValuesAgree() throws IOException {
    assertThat(difference("-p tcp -m tcp ! --dport 22 -j DROP", "'dport': '! 22', 'jump': 'drop'"))
        .isEmpty();
  }

  @Test
  void anotherValueDiffers() throws IOException {
    assertThat(difference("-p tcp -m tcp --dport 22", "'dport': '23'"))
        .hasValue("dport: theirs [23], ours [22]");
  }

  @Test
  void aNegationMoreOrLessDiffers() throws IOException {
    assertThat(difference("! -s 10.0.0.0/8", "'source': '10.0.0.0/8'"))
        .hasValue("source: theirs [10.0.0.0/8], ours [! 10.0.0.0/8]");
    assertThat(difference("-i lo", "'iniface': '! lo'"))
        .hasValue("iniface: theirs [! lo], ours [lo]");
  }

  @Test
  void whereAllIsComparedAnOptionMoreDiffers() throws IOException {
    assertThat(difference("-i lo -o lo -j DROP", "'iniface': 'lo', 'compare_all': 'true'"))
        .hasValue("only we have -o lo; only we have the target DROP");
  }

  @Test
  void aParameterThatNobodyKnowsDiffers() throws IOException {
    assertThat(difference("-i lo", "'colour': 'red'")).hasValue("no option is known for colour");
  }

  private Optional<String> difference(String rule, String parameters) throws IOException {
    String entry =
        "[{'line': '-A FORWARD " + rule + "', 'table': 'filter', 'expect': {" + parameters + "}}]";
    Files.writeString(folder.resolve("examples.json"), entry.replace('\'', '"'));
    Corpus.Entry file = new Corpus.Entry(folder, "examples.json", "suite-json", Optional.empty());
    List<PuppetRule> rules = PuppetRule.of(file);
    assertThat(rules).hasSize(1);
    return PuppetComparison.difference(rules.get(0));
  }
}
