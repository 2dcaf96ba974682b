package io.github.chainbook.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The legacy back end of iptables, asked in a network namespace of its own. */
final class IptablesLegacy {

  /** One dump after another into empty tables; what is loaded is saved, else there is no file. */
  private static final String SCRIPT =
      """
      cd "$1" || exit 1
      for dump in *.rules; do
        for table in raw mangle nat filter security; do
          iptables-legacy -w -t "$table" -F 2>>log && iptables-legacy -w -t "$table" -X 2>>log
        done
        if iptables-legacy-restore < "$dump" > "$dump.messages" 2>&1; then
          iptables-legacy-save > "$dump.saved"
        fi
      done
      """;

  private IptablesLegacy() {}

  /** Why it cannot be asked here; empty where it can. */
  static Optional<String> obstacle() {
    try {
      Process process =
          new ProcessBuilder(
                  "unshare",
                  "-n",
                  "sh",
                  "-c",
                  "iptables-legacy-restore --version && iptables-legacy-save -t filter")
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      if (process.waitFor() != 0) {
        return Optional.of("iptables-legacy does not run in a network namespace: " + output);
      }
      boolean right = output.startsWith("iptables-restore v1.8.9");
      return right ? Optional.empty() : Optional.of("this is not iptables 1.8.9: " + output);
    } catch (IOException e) {
      return Optional.of("there is no unshare: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /**
   * Loads each dump.
   *
   * @return for each what iptables-legacy-save prints then; empty for a dump that is refused
   */
  static List<Optional<String>> restoreAndSave(Path folder, List<byte[]> dumps)
      throws IOException, InterruptedException {
    for (int i = 0; i < dumps.size(); i++) {
      Files.write(folder.resolve(i + ".rules"), dumps.get(i));
    }
    Process process =
        new ProcessBuilder("unshare", "-n", "sh", "-c", SCRIPT, "sh", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("iptables-legacy takes too long");
    }
    List<Optional<String>> saved = new ArrayList<>();
    for (int i = 0; i < dumps.size(); i++) {
      Path file = folder.resolve(i + ".rules.saved");
      saved.add(Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty());
    }
    return saved;
  }
}
