package io.github.chainbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Matches with state, targets and sets against what the kernel (6.18, iptables 1.8.9) said to the
 * same packets; state-cases.py and state-golden.py in src/test/kernel made both files.
 */
class StateOfKernelTest {

  @TempDir private Path folder;

  @Test
  void packetsGoAsTheKernelSaid() throws IOException {
    Path cases = folder.resolve("cases");
    Files.writeString(cases, resource("state.cases.jsonl"));
    Map<String, List<String>> ours = new HashMap<>();
    Run run = Run.of("trace", "--backend", "both", "--cases", cases.toString());
    assertThat(run.err()).isEmpty();
    for (String line : run.out().split("\n")) {
      Fields answer = JsonText.object(line);
      if (answer.get("type").equals("packet")) {
        ours.put(key(answer), ends(answer));
      }
    }
    List<String> wrong = new ArrayList<>();
    int decided = 0;
    for (String line : resource("state.kernel").split("\n")) {
      String[] words = line.split(" ", 4);
      List<String> found = ours.get(words[0] + " " + words[1] + " " + words[2]);
      decided += found.size() == 1 ? 1 : 0;
      if (found.stream().noneMatch(end -> same(words[3], end))) {
        wrong.add("kernel: " + line + "\n  here: " + found);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(decided).isGreaterThan(450);
  }

  // What the kernel's trace cannot tell is None.
  private static boolean same(String kernel, String here) {
    String[] theirs = kernel.split(" ");
    String[] own = here.split(" ");
    boolean same = theirs.length == own.length;
    for (int i = 0; i < theirs.length && same; i++) {
      same = theirs[i].equals(own[i]) || theirs[i].endsWith("=None");
    }
    return same;
  }

  private static String key(Fields answer) {
    return answer.get("case") + " " + answer.get("id") + " " + answer.get("backend");
  }

  private static List<String> ends(Fields answer) {
    List<String> ends = new ArrayList<>();
    if (answer.get("branches") instanceof List<?> branches) {
      branches.forEach(branch -> ends.add(end((Fields) branch)));
    } else {
      ends.add(end(answer));
    }
    return ends;
  }

  private static String end(Fields trace) {
    StringBuilder end = new StringBuilder().append(trace.get("verdict"));
    if (trace.get("final") instanceof Fields header) {
      end.append(' ').append(header.get("src")).append(' ').append(header.get("dst"));
      end.append(" mark=").append(header.get("mark"));
      end.append(" tos=").append(header.get("tos")).append(" ttl=").append(header.get("ttl"));
    } else {
      end.append(" -");
    }
    for (Object each : (List<?>) trace.get("trace")) {
      Fields step = (Fields) each;
      Object place = step.get("rule") == null ? step.get("type") : step.get("rule");
      end.append(' ').append(step.get("hook")).append(':').append(step.get("table"));
      end.append(':').append(place);
    }
    return end.toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = StateOfKernelTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
