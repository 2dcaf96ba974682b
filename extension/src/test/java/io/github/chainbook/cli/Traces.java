package io.github.chainbook.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command {@code trace} for tests of other rooms, in this process. */
public final class Traces {

  private Traces() {}

  /**
   * What the command answers to cases, a line each.
   *
   * @param backend legacy, nft or both
   */
  public static List<String> of(List<String> cases, String backend) {
    byte[] input = String.join("\n", cases).getBytes(StandardCharsets.UTF_8);
    Run run = Run.withInput(input, "trace", "--backend", backend, "--cases", "-");
    if (!run.err().isEmpty()) {
      throw new IllegalStateException(run.err());
    }
    return run.out().lines().toList();
  }
}
