package io.github.chainbook.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Dumps that other projects publish. The system property {@code chainbook.corpus} names the folder
 * that holds them and their {@code MANIFEST.tsv}.
 */
class CorpusTest {

  private static final Pattern RULE = Pattern.compile("(\\[\\d+:\\d+\\] ?)?-A ");
  private static final Set<String> KINDS = Set.of("dump", "restore-file", "embedded", "suite-dump");

  @Test
  void noRuleIsLost() throws IOException {
    String folder = System.getProperty("chainbook.corpus", "");
    assumeTrue(!folder.isEmpty(), "the system property chainbook.corpus is not set");
    List<String> files;
    try (Stream<String> manifest = Files.lines(Path.of(folder, "MANIFEST.tsv"))) {
      files =
          manifest.map(line -> line.split("\t")).filter(CorpusTest::isDump).map(f -> f[0]).toList();
    }
    assertThat(files).hasSizeGreaterThan(100);
    SoftAssertions softly = new SoftAssertions();
    for (String file : files) {
      softly.assertThat(lostRules(Path.of(folder, file))).as(file).isEmpty();
    }
    softly.assertAll();
  }

  private static boolean isDump(String[] fields) {
    return fields.length > 10 && KINDS.contains(fields[10]);
  }

  private static List<String> lostRules(Path file) throws IOException {
    SourceText source = SourceText.of(file.toString(), Files.readAllBytes(file));
    Dumps.read(source);
    List<String> lost = new ArrayList<>();
    for (SourceText section : sections(source)) {
      Set<Integer> accounted = accounted(Dumps.read(section));
      for (int i = 0; i < section.lines().size(); i++) {
        String line = section.lines().get(i);
        int number = section.firstLine() + i;
        if (RULE.matcher(line).lookingAt() && !accounted.contains(number)) {
          lost.add(number + ": " + line);
        }
      }
    }
    return lost;
  }

  // Each section by itself, because a later one of the same table flushes the earlier.
  private static List<SourceText> sections(SourceText source) {
    List<SourceText> sections = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= source.lines().size(); i++) {
      if (i == source.lines().size() || source.lines().get(i).startsWith("*")) {
        sections.add(new SourceText(source.name(), source.lines().subList(from, i), from + 1));
        from = i;
      }
    }
    return sections;
  }

  /** The numbers of the lines that became rules or that a diagnostic names. */
  private static Set<Integer> accounted(Reading reading) {
    Set<Integer> lines = new HashSet<>();
    reading.diagnostics().stream()
        .filter(Diagnostic::isError)
        .forEach(d -> lines.add(d.position().line()));
    reading.setAside().forEach(s -> lines.add(s.position().line()));
    reading.ruleset().tables().stream()
        .flatMap(table -> table.chains().stream())
        .flatMap(chain -> chain.rules().stream())
        .forEach(rule -> lines.add(rule.position().line()));
    return lines;
  }
}
