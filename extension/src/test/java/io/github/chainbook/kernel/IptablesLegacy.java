package io.github.chainbook.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.xtables.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The legacy back end of iptables, asked in a network namespace of its own. */
public final class IptablesLegacy {

  /**
   * One dump after another into empty tables, with its counters where it has them all; the dump's
   * tables are saved in its order.
   */
  private static final String SCRIPT =
      """
      cd "$1" || exit 1
      ip=$2
      [ -f sets ] && while read -r set; do
        printf '%s\\n' "$set" | ipset -exist restore >> log 2>&1
      done < sets
      for dump in $(ls *.rules | sort -n); do
        for table in raw mangle nat filter security; do
          $ip-legacy -w -t "$table" -F 2>>log && $ip-legacy -w -t "$table" -X 2>>log
          for chain in PREROUTING INPUT FORWARD OUTPUT POSTROUTING; do
            $ip-legacy -w -t "$table" -P "$chain" ACCEPT 2>>log
          done
        done
        if $ip-legacy-restore -c < "$dump" > "$dump.messages" 2>&1 \\
          || $ip-legacy-restore < "$dump" > "$dump.messages" 2>&1; then
          for table in $(sed -n 's/^\\*[[:space:]]*\\([a-z]*\\).*/\\1/p' "$dump" | awk '{n[$0]=NR} END {for (t in n) print n[t], t}' | sort -n | cut -d" " -f2); do
            $ip-legacy-save -c -t "$table" | grep -v '^#' >> "$dump.saved"
          done
          [ -f "$dump.saved" ] || : > "$dump.saved"
        fi
      done
      """;

  /**
   * What became of a dump.
   *
   * @param saved what iptables-legacy-save -c prints of its tables, without comment lines; empty
   *     for a dump that is refused
   * @param messages what iptables-legacy-restore said
   */
  public record Outcome(Optional<String> saved, String messages) {}

  private IptablesLegacy() {}

  /** Why it cannot be asked here; empty where it can. */
  public static Optional<String> obstacle() {
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
   * @param sets what {@code ipset restore} reads before; empty for no sets
   */
  public static List<Outcome> load(Path folder, List<byte[]> dumps, Family family, String sets)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (int i = 0; i < dumps.size(); i++) {
      Files.write(folder.resolve(i + ".rules"), dumps.get(i));
    }
    if (!sets.isEmpty()) {
      Files.writeString(folder.resolve("sets"), sets);
    }
    String program = family == Family.IPV4 ? "iptables" : "ip6tables";
    Process process =
        new ProcessBuilder("unshare", "-n", "sh", "-c", SCRIPT, "sh", folder.toString(), program)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    if (!process.waitFor(60 + dumps.size() / 5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("iptables-legacy takes too long");
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < dumps.size(); i++) {
      Path saved = folder.resolve(i + ".rules.saved");
      Path messages = folder.resolve(i + ".rules.messages");
      outcomes.add(
          new Outcome(
              Files.exists(saved)
                  ? Optional.of(Bytes.decode(Files.readAllBytes(saved)))
                  : Optional.empty(),
              Bytes.decode(Files.readAllBytes(messages)).strip()));
    }
    return outcomes;
  }
}
