package io.github.chainbook.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs in the book's source folder. */
final class Command {

  static final Path CONTENT =
      Path.of(System.getProperty("chainbook.content", "../content")).toAbsolutePath().normalize();

  private Command() {}

  /**
   * What came of a run.
   *
   * @param status the exit status
   * @param output standard output and standard error, as they came
   */
  record Result(int status, String output) {}

  static Result run(String... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(words))
            .directory(CONTENT.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("does not end: " + String.join(" ", words));
    }
    return new Result(process.exitValue(), output);
  }

  /** Why the scripts that need a kernel cannot run here; empty where they can. */
  static String whyNoKernel() throws IOException, InterruptedException {
    if (!run("sh", "-c", "id -u").output().strip().equals("0")) {
      return "needs root, for network namespaces";
    }
    for (String tool : List.of("bash", "ip", "iptables-legacy", "python3", "unshare", "nsenter")) {
      if (run("sh", "-c", "command -v " + tool).status() != 0) {
        return "needs " + tool;
      }
    }
    return run("unshare", "-n", "iptables-legacy", "-t", "nat", "-S").status() == 0
        ? ""
        : "needs a kernel with iptables (legacy) in network namespaces";
  }
}
