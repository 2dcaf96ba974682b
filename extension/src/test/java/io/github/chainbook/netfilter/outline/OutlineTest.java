package io.github.chainbook.netfilter.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.language.PacketTraces;
import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.ruleset.Dumps;
import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutlineTest {

  private static final String RULES =
      """
      *filter
      :INPUT DROP [0:0]
      :A - [0:0]
      :B - [0:0]
      :C - [0:0]
      -A INPUT -j A
      -A INPUT -g C
      -A A -j B
      -A A -j B
      -A C -m limit --limit 1/sec -j ACCEPT
      COMMIT
      """;

  private static Trace trace(String line) {
    return PacketTraces.of(
            SourceText.of("t", line),
            Dumps.read(RULES).rulesets(),
            Environment.UNKNOWN,
            Map.of(),
            Backend.LEGACY)
        .packets()
        .get(0)
        .trace();
  }

  private static String print(Outline outline) {
    StringBuilder out = new StringBuilder();
    for (Outline.HookPart hook : outline.hooks()) {
      out.append(hook.passage().hook()).append('\n');
      for (Outline.TablePart table : hook.tables()) {
        out.append(' ').append(table.name()).append('\n');
        print(table.steps(), 2, out);
      }
    }
    return out.toString();
  }

  private static void print(List<Outline.Node> nodes, int depth, StringBuilder out) {
    for (Outline.Node node : nodes) {
      TraceStep step = node.step();
      out.append(" ".repeat(depth)).append(step.chain()).append(' ');
      out.append(step.rule().map(r -> "" + r.number()).orElse(step.type().word())).append('\n');
      print(node.below(), depth + 1, out);
    }
  }

  @Test
  void stepsStandBelowTheRuleThatLedToTheirChain() {
    Trace trace = trace("in eth0: tcp 10.0.0.1:1 > 10.0.0.2:2");
    assertThat(print(Outline.of(trace)))
        .isEqualTo(
            """
            INPUT
             filter
              INPUT 1
               A 1
                B return
               A 2
                B return
               A return
              INPUT 2
            """);
    assertThat(trace.branches())
        .extracting(branch -> print(Outline.of(branch, trace.steps().size())))
        .containsExactly("INPUT\n filter\n  C 1\n", "INPUT\n filter\n  C return\n  INPUT policy\n");
  }

  @Test
  void hooksWhereNoTableIsAskedAreShownToo() {
    Trace trace = trace("out eth0: tcp 10.0.0.1:1 > 10.0.0.2:2");
    assertThat(print(Outline.of(trace)))
        .isEqualTo("OUTPUT\n filter\n  OUTPUT policy\nPOSTROUTING\n");
    assertThat(Outcome.of(trace))
        .isEqualTo(
            new Outcome(Outcome.Kind.UNCHANGED, List.of(), List.of(trace.by().orElseThrow())));
  }
}
