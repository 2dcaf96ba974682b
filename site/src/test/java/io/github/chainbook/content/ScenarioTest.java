package io.github.chainbook.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.content.Command.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dumps of the book are what its scripts make. */
class ScenarioTest {

  @TempDir Path dir;

  @Test
  void theSidecarsDumpIsWhatTheScenarioCaptures() throws Exception {
    assumeKernel();
    Path captured = dir.resolve("dump.txt");
    Result result = Command.run("bash", "scenarios/sidecar.sh", "-o", captured.toString());
    assertThat(result.status()).as(result.output()).isZero();
    assertThat(rules(captured)).isEqualTo(rules(committed("fortio-server")));
  }

  @Test
  void theSidecarsDumpSaysHowItWasMade() throws Exception {
    assertThat(Files.readString(committed("fortio-server")))
        .contains("# Command: iptables-legacy-save", "# Version: iptables v1.8.9", "# Date: 20");
  }

  @Test
  void theGallerysDumpsAreWhatTheKernelHolds() throws Exception {
    assumeKernel();
    Result result = Command.run("bash", "scenarios/gallery.sh", "-o", dir.toString());
    assertThat(result.status()).as(result.output()).isZero();
    Path gallery = Command.CONTENT.resolve("dumps/gallery");
    assertThat(names(dir)).isEqualTo(names(gallery)).isNotEmpty();
    for (String name : names(dir)) {
      assertThat(rules(dir.resolve(name))).as(name).isEqualTo(rules(gallery.resolve(name)));
    }
  }

  @Test
  void theDamagedDumpIsTheSidecarsDamaged() throws Exception {
    assumeTrue(Command.run("bash", "--version").status() == 0, "needs bash");
    Path damaged = dir.resolve("damaged.txt");
    Result result =
        Command.run(
            "bash",
            "scenarios/damage.sh",
            committed("fortio-server").toString(),
            damaged.toString());
    assertThat(result.status()).as(result.output()).isZero();
    assertThat(damaged).hasSameTextualContentAs(committed("damaged"));
  }

  @Test
  void theCommandsOfTheChapterDumpTheRightPod() throws Exception {
    assumeKernel();
    Result result = Command.run("bash", "scenarios/test-capture.sh");
    assertThat(result.status()).as(result.output()).isZero();
  }

  private static void assumeKernel() throws Exception {
    String reason = Command.whyNoKernel();
    assumeTrue(reason.isEmpty(), reason);
  }

  private static Path committed(String name) {
    return Command.CONTENT.resolve("dumps").resolve(name).resolve("iptables-save.txt");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> rules(Path dump) throws IOException {
    return Files.readAllLines(dump).stream().filter(line -> !line.startsWith("#")).toList();
  }
}
