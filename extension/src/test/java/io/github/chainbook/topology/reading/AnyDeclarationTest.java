package io.github.chainbook.topology.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Nothing is thrown, whatever stands there, and what is wrong is somewhere in it. */
class AnyDeclarationTest {

  private static final String FULL = Declarations.resource("full.yaml");
  private static final List<String> SNIPPETS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "- ",
          ": ",
          "\n",
          "\n  ",
          "'",
          "\"",
          "&a ",
          "*a",
          "*sidecar",
          "<<: ",
          "!",
          "|\n",
          ">\n",
          "#",
          "\t",
          "? ",
          "---\n",
          "...\n",
          "%YAML 1.1\n",
          "@",
          "`",
          ",",
          "-> ",
          "\0",
          "\uD800",
          "\u2028",
          "😀",
          "null",
          "true",
          "1e9",
          "0x1",
          "network-namespaces:\n  ");

  private final Declarations declarations = new Declarations();

  @Property(tries = 200)
  void ofAnyText(@ForAll @StringLength(max = 300) String text) {
    check(text);
  }

  @Property(tries = 200)
  void ofSnippets(@ForAll @Size(max = 40) List<@IntRange(max = 36) Integer> which) {
    StringBuilder text = new StringBuilder();
    which.forEach(i -> text.append(SNIPPETS.get(i % SNIPPETS.size())));
    check(text.toString());
  }

  @Property(tries = 400)
  void ofADamagedDeclaration(
      @ForAll @IntRange(max = 3000) int from,
      @ForAll @IntRange(max = 60) int length,
      @ForAll @IntRange(max = 36) int snippet) {
    int begin = Math.min(from, FULL.length());
    int end = Math.min(begin + length, FULL.length());
    check(FULL.substring(0, begin) + SNIPPETS.get(snippet % SNIPPETS.size()) + FULL.substring(end));
  }

  private void check(String text) {
    SourceText source = SourceText.of("any.yaml", text);
    TopologyReading reading = declarations.read(source);
    for (Diagnostic diagnostic : reading.diagnostics()) {
      int line = diagnostic.position().line();
      assertThat(line).isBetween(1, Math.max(1, source.lines().size()));
      int length = source.lines().isEmpty() ? 0 : source.lines().get(line - 1).length();
      assertThat(diagnostic.position().column()).isBetween(1, length + 1);
    }
  }
}
