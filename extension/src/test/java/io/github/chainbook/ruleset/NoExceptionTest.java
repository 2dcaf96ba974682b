package io.github.chainbook.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever the input, reading it gives a value, and every diagnostic points into the input. */
class NoExceptionTest {

  private static final String[] PIECES = {
    "*filter",
    "*nat",
    "*",
    "COMMIT",
    ":INPUT ACCEPT [0:0]",
    ":A - [0:0]",
    ":A",
    ":",
    "-A",
    "-I",
    "-N",
    "-P",
    "-F",
    "-X",
    "INPUT",
    "A",
    "B",
    "-s",
    "10.0.0.1",
    "10.0.0.0/33",
    "-p",
    "tcp",
    "-m",
    "owner",
    "nosuch",
    "--uid-owner",
    "--dport",
    "--dport=",
    "--dport=80",
    "80",
    "!",
    "-j",
    "-g",
    "ACCEPT",
    "REDIRECT",
    "LOG",
    "--to-ports",
    "--comment",
    "\"",
    "\\",
    "\"a b\"",
    "-c",
    "1",
    "2",
    "[1:2]",
    "[",
    "#",
    "--",
    "-",
    "-mtcp",
    "-f",
    "--tcp-flags",
    "\uFEFF",
    "\r",
    "🚀",
    "\t"
  };

  @Property(tries = 1000)
  void anyTextCanBeRead(@ForAll String text) {
    check(SourceText.of("t", text));
    check(SourceText.of("t", "*filter\n" + text + "\nCOMMIT\n"));
    check(SourceText.of("t", "*filter\n-A INPUT " + text + "\nCOMMIT\n"));
  }

  @Property(tries = 1000)
  void anyBytesCanBeRead(@ForAll @Size(max = 300) byte[] bytes) {
    check(SourceText.of("t", bytes));
  }

  @Property(tries = 3000)
  void anyMixtureOfPiecesCanBeRead(@ForAll("mixtures") List<String> pieces) {
    check(SourceText.of("t", "*filter\n" + String.join("", pieces)));
  }

  @Provide
  Arbitrary<List<String>> mixtures() {
    Arbitrary<String> piece = Arbitraries.of(PIECES);
    Arbitrary<String> gap =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, Arbitraries.just(" ")),
            net.jqwik.api.Tuple.of(3, Arbitraries.just("\n")),
            net.jqwik.api.Tuple.of(1, Arbitraries.just("")));
    return net.jqwik.api.Combinators.combine(piece, gap).as(String::concat).list().ofMaxSize(60);
  }

  private static void check(SourceText source) {
    Reading reading = Dumps.read(source);
    List<String> lines = source.lines();
    for (Diagnostic diagnostic : reading.diagnostics()) {
      int line = diagnostic.position().line();
      assertThat(line).isBetween(1, Math.max(1, lines.size()));
      String text = lines.isEmpty() ? "" : lines.get(line - 1);
      assertThat(diagnostic.position().column())
          .as("%s in %s", diagnostic, text)
          .isBetween(1, text.codePointCount(0, text.length()) + 1);
    }
  }
}
