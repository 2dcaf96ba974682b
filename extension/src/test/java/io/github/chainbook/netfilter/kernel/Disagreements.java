package io.github.chainbook.netfilter.kernel;

import io.github.chainbook.cli.Traces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what disagrees as a golden file. */
final class Disagreements {

  /** Who knows what the kernel does. */
  interface Kernel {
    /** Its answers to a case, as {@link KernelHarness#ask} gives them. */
    List<Map<String, Object>> ask(String caseLine) throws IOException;
  }

  private Disagreements() {}

  /**
   * Makes the case of a disagreement small, as long as it shows the same fault, and writes it with
   * the kernel's answer.
   *
   * @param folder where to
   * @return the file
   */
  static Path keep(Tally.Disagreement one, KernelHarness harness, String folder)
      throws IOException {
    Map<String, Object> small = small(one, harness::ask);
    Map<String, Object> named = new LinkedHashMap<>(small);
    String name = one.generator() + "-" + Integer.toHexString(Json.text(small).hashCode());
    named.put("id", name);
    Path file = Path.of(folder, name + ".jsonl");
    GoldenCase.write(file, named, harness.ask(Json.text(named)));
    return file;
  }

  /** The smallest case with the same fault that is come to. */
  static Map<String, Object> small(Tally.Disagreement one, Kernel kernel) throws IOException {
    return Shrinker.shrink(
        Json.object(one.caseLine()),
        smaller -> tally(smaller, kernel).disagreements.stream().anyMatch(one::isLike));
  }

  /** What a case comes to. */
  static Tally tally(Map<String, Object> one, Kernel kernel) throws IOException {
    String line = Json.text(one);
    List<Map<String, Object>> ours = Differential.perCase(Traces.of(List.of(line), "both")).get(0);
    Tally tally = new Tally();
    Differential.add(tally, "", line, kernel.ask(line), ours);
    return tally;
  }
}
