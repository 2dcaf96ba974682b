package io.github.chainbook.topology.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chainbook.kernel.IptablesLegacy;
import io.github.chainbook.netfilter.kernel.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kernel of this machine, asked by {@code src/test/kernel/topology-oracle}. */
final class TopologyOracle {

  private static final String PROGRAM = "src/test/kernel/topology-oracle";

  private TopologyOracle() {}

  /** Why it cannot be asked here; empty where it can. */
  static Optional<String> obstacle() {
    Optional<String> iptables = IptablesLegacy.obstacle();
    if (iptables.isPresent()) {
      return iptables;
    }
    Object process = Map.of("listens", List.of(Map.of("name", "1", "protocol", "tcp", "port", 1)));
    Object namespace =
        Map.of("interfaces", Map.of("lo", List.of()), "processes", Map.of("any", process));
    Object place = Map.of("address", "127.0.0.1", "port", 1);
    Object flow = Map.of("namespace", "one", "process", "any", "places", List.of(place));
    try {
      ask(Map.of("namespaces", Map.of("one", namespace), "flows", List.of(flow)));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the kernel cannot be asked: " + e.getMessage());
    }
  }

  /**
   * Builds a plan and sends its flows.
   *
   * @return an answer for each sending
   * @throws IOException where the plan could not be built, with the oracle's message
   */
  static List<Map<String, Object>> ask(Map<String, Object> plan) throws IOException {
    Process process = new ProcessBuilder("python3", PROGRAM, "-").redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(Json.text(plan).getBytes(UTF_8));
    }
    List<Map<String, Object>> answers = new ArrayList<>();
    List<String> output =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    for (String line : output) {
      if (!line.startsWith("{")) {
        throw new IOException(String.join("\n", output));
      }
      Map<String, Object> answer = Json.object(line);
      if (answer.containsKey("error")) {
        throw new IOException(String.valueOf(answer.get("error")));
      }
      answers.add(answer);
    }
    return answers;
  }
}
