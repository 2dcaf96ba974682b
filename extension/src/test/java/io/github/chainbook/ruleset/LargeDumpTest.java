package io.github.chainbook.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LargeDumpTest {

  private static final String DUMP = KubeProxyDump.ofRules(3000);

  private static Ruleset ruleset() {
    byte[] bytes = DUMP.getBytes(StandardCharsets.UTF_8);
    return new RulesetReader().read(SourceText.of("dump", bytes), Optional.empty()).ruleset();
  }

  private static Stream<Rule> rules(Ruleset ruleset) {
    return ruleset.tables().stream()
        .flatMap(table -> table.chains().stream())
        .flatMap(chain -> chain.rules().stream());
  }

  @Test
  void ruleReadInFullIsTheSameRule() {
    List<Rule> inFull = rules(ruleset()).map(Rule::inFull).toList();
    assertThat(inFull).hasSizeGreaterThan(2900).isEqualTo(rules(ruleset()).toList());
  }

  @Test
  void writtenTextIsTheText() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SaveText.write(ruleset(), true, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(SaveText.of(ruleset(), true));
  }
}
