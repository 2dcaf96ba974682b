package io.github.chainbook.netfilter.kernel;

import io.github.chainbook.cli.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file with a case and what the kernel answered to it: the first line is the case, each other one
 * an answer of either back end.
 */
final class GoldenCase {

  /** Where they lie, seen from this module's folder. */
  static final Path FOLDER =
      Path.of("src/test/resources/io/github/chainbook/netfilter/kernel/golden");

  private static final List<String> KEPT =
      List.of(
          "type",
          "backend",
          "ok",
          "packets",
          "id",
          "verdict",
          "by",
          "trace",
          "final",
          "nat",
          "outcomes",
          "count",
          "error");

  private GoldenCase() {}

  /** Writes a file. */
  static void write(Path file, Map<String, Object> one, List<Map<String, Object>> answers)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(Json.text(one)));
    answers.forEach(answer -> lines.add(Json.text(kept(answer))));
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  private static Map<String, Object> kept(Map<String, Object> answer) {
    Map<String, Object> kept = new LinkedHashMap<>(answer);
    kept.keySet().retainAll(KEPT);
    return kept;
  }

  /** The files. */
  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Compares what a file says with traces of now. */
  static Tally replay(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Map<String, Object>> kernel = new ArrayList<>();
    lines.stream().skip(1).forEach(line -> kernel.add(Json.object(line)));
    List<Map<String, Object>> ours =
        Differential.perCase(Traces.of(lines.subList(0, 1), "both")).get(0);
    Tally tally = new Tally();
    Differential.add(tally, file.getFileName().toString(), lines.get(0), kernel, ours);
    return tally;
  }
}
