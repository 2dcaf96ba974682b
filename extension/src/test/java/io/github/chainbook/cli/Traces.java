package io.github.chainbook.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code trace} for tests of other rooms, in this process. */
public final class Traces {

  private Traces() {}

  /**
   * Runs the command as if these options stood behind {@code trace}.
   *
   * @return its exit status
   */
  public static int run(InputStream in, OutputStream out, String... options) {
    String[] args = Stream.concat(Stream.of("trace"), Stream.of(options)).toArray(String[]::new);
    return Main.run(new Console(in, new PrintStream(out), System.err), args);
  }

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
