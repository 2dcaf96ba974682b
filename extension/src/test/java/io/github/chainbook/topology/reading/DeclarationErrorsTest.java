package io.github.chainbook.topology.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is wrong with declarations: in {@code errors.golden}, below each of them. */
class DeclarationErrorsTest {

  private record Case(String name, String yaml, List<String> problems) {}

  private final Declarations declarations = new Declarations();

  private static Stream<Case> cases() {
    String golden = Declarations.resource("errors.golden");
    return Stream.of(golden.split("(?m)^--- (?=\\S)"))
        .filter(block -> !block.isEmpty())
        .map(
            block -> {
              String[] parts = block.split("(?m)^==>\n", -1);
              int end = parts[0].indexOf('\n');
              String yaml = parts[0].substring(end + 1);
              return new Case(parts[0].substring(0, end), yaml, parts[1].lines().toList());
            });
  }

  @TestFactory
  Stream<DynamicTest> eachDefectIsOneErrorAtItsPlace() {
    return cases()
        .map(
            one ->
                dynamicTest(
                    one.name,
                    () -> assertThat(declarations.problems(one.yaml)).isEqualTo(one.problems)));
  }

  @Test
  void eachCodeIsInTheGoldenFile() {
    Set<String> codes = new TreeSet<>();
    Pattern.compile(": error: .* \\[([a-z-]+)\\]$", Pattern.MULTILINE)
        .matcher(Declarations.resource("errors.golden"))
        .results()
        .forEach(match -> codes.add(match.group(1)));
    assertThat(codes)
        .containsExactlyInAnyOrder(
            "bad-set",
            "capture-file",
            "topology-address",
            "topology-flow",
            "topology-key",
            "topology-link",
            "topology-name",
            "topology-route",
            "topology-value",
            "unknown-ruleset",
            "yaml-key",
            "yaml-limit",
            "yaml-syntax");
  }

  @Test
  void whatIsGoodBesideAnErrorIsRead() {
    TopologyReading reading =
        declarations.read(
            """
            network-namespaces:
              a:
                interfaces: { eth0: 10.0.0.1/24, eth1: 10.0.0.300/24 }
                processes:
                  p: { uid: x, listens: [ 80, x ] }
              b: 5
              c d: {}
            flows:
              - a -> nobody:80
              - a -> b:80
            """);

    assertThat(reading.diagnostics()).hasSize(6).allMatch(Diagnostic::isError);
    assertThat(reading.hasErrors()).isTrue();
    var a = reading.topology().namespaces().get("a");
    assertThat(a.interfaces()).hasToString("{eth0=[10.0.0.1/24], eth1=[]}");
    assertThat(a.processes().orElseThrow().get(0).listens()).hasToString("[80]");
    assertThat(reading.topology().flows()).singleElement().matches(flow -> flow.number() == 2);
  }

  @Test
  void linesAndColumnsAreThoseOfTheFile() {
    var block = new SourceText("chapter.adoc", List.of("nodes:", "  😀: { x: 1 }"), 41);

    assertThat(declarations.read(block).diagnostics())
        .extracting(d -> d.position().toString())
        .containsExactly("chapter.adoc:42:8");
  }
}
