package io.github.chainbook.netfilter.kernel;

import io.github.chainbook.kernel.IptablesLegacy;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kernel of this machine, asked by {@code src/test/kernel/kernel-oracle}: cases go in, its
 * answers come out. One harness answers one case at a time.
 */
final class KernelHarness implements AutoCloseable {

  /** Where the Python programs are, seen from this module's folder. */
  static final Path FOLDER = Path.of("src/test/kernel");

  private static final String PROBE =
      "{\"rules\":\"*filter\\n:INPUT ACCEPT [0:0]\\nCOMMIT\\n\",\"packets\":"
          + "[{\"path\":\"inbound\",\"src\":\"192.0.2.1\",\"dst\":\"192.0.2.2\"}]}";

  private final Process process;
  private final BufferedWriter cases;
  private final BufferedReader answers;

  private final int backends;

  private KernelHarness(String backend) throws IOException {
    backends = backend.equals("both") ? 2 : 1;
    process =
        new ProcessBuilder(
                "python3",
                FOLDER.resolve("kernel-oracle").toString(),
                "--backend",
                backend,
                "--cases",
                "-")
            .redirectErrorStream(true)
            .start();
    cases =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 1 << 16);
  }

  /** Starts one that asks both back ends. */
  static KernelHarness start() throws IOException {
    return start("both");
  }

  /** Starts one that asks this back end. */
  static KernelHarness start(String backend) throws IOException {
    return new KernelHarness(backend);
  }

  /** Why the kernel cannot be asked here; empty where it can. */
  static Optional<String> obstacle() {
    Optional<String> iptables = IptablesLegacy.obstacle();
    if (iptables.isPresent()) {
      return iptables;
    }
    try (KernelHarness harness = start()) {
      for (Map<String, Object> answer : harness.ask(PROBE)) {
        Object trouble = answer.get("error");
        if (trouble != null) {
          return Optional.of("the kernel cannot be asked: " + trouble);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the kernel cannot be asked: " + e.getMessage());
    }
  }

  /**
   * Asks about a case.
   *
   * @param caseLine the case, in one line
   * @return for each back end that is asked whether it loaded, and what became of each packet
   */
  List<Map<String, Object>> ask(String caseLine) throws IOException {
    cases.write(caseLine + "\n");
    cases.flush();
    List<Map<String, Object>> all = new ArrayList<>();
    for (int backend = 0; backend < backends; backend++) {
      Map<String, Object> head = next();
      all.add(head);
      for (int left = ((Number) head.get("packets")).intValue(); left > 0; left--) {
        all.add(next());
      }
    }
    return all;
  }

  private Map<String, Object> next() throws IOException {
    String line = answers.readLine();
    if (line == null || !line.startsWith("{")) {
      StringBuilder message = new StringBuilder();
      for (String more = line; more != null; more = answers.readLine()) {
        message.append(more).append('\n');
      }
      throw new IOException("the harness ended: " + message.toString().strip());
    }
    return Json.object(line);
  }

  @Override
  public void close() throws IOException {
    // It ends with its input, and its network namespaces with it.
    try {
      cases.close();
    } finally {
      process.destroy();
    }
  }
}
