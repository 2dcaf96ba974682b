package io.github.chainbook.netfilter.kernel;

import io.github.chainbook.cli.Traces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what disagrees as a golden file. */
final class Disagreements {

  private Disagreements() {}

  /**
   * Makes the case of a disagreement small and writes it, with the kernel's answer.
   *
   * @param folder where to
   * @return the file
   */
  static Path keep(Tally.Disagreement one, KernelHarness harness, String folder)
      throws IOException {
    String kind = kind(one.what());
    Map<String, Object> small =
        Shrinker.shrink(
            Json.object(one.caseLine()),
            smaller ->
                tally(smaller, harness).disagreements.stream()
                    .anyMatch(
                        each ->
                            each.backend().equals(one.backend())
                                && kind(each.what()).equals(kind)));
    Map<String, Object> named = new LinkedHashMap<>(small);
    String name = one.generator() + "-" + Integer.toHexString(Json.text(small).hashCode());
    named.put("id", name);
    Path file = Path.of(folder, name + ".jsonl");
    GoldenCase.write(file, named, harness.ask(Json.text(named)));
    return file;
  }

  private static Tally tally(Map<String, Object> one, KernelHarness harness) throws IOException {
    String line = Json.text(one);
    List<Map<String, Object>> ours = Differential.perCase(Traces.of(List.of(line), "both")).get(0);
    Tally tally = new Tally();
    Differential.add(tally, "", line, harness.ask(line), ours);
    return tally;
  }

  private static String kind(String what) {
    return what.substring(0, Math.max(0, what.indexOf(':')));
  }
}
