package io.github.chainbook.jars;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar for tools that take one: beside AsciidoctorJ, which the tool brings, it needs nothing.
 */
class AllJarTest {

  private static final String DUMP =
      """
      [iptables-save#host]
      ----
      *filter
      :INPUT ACCEPT [0:0]
      :WEB - [0:0]
      -A INPUT -p tcp -j WEB
      -A WEB -p tcp -m tcp --dport 80 -j ACCEPT
      COMMIT
      ----
      """;

  @TempDir private Path folder;

  @Test
  void drawsAndExplains() throws Exception {
    Path book = folder.resolve("book.adoc");
    Files.writeString(book, DUMP + "\niptables-chains::host[renderer=plantuml]\n");
    String classPath = System.getProperty("java.class.path") + File.pathSeparator + jar("-all.jar");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Conversion.class.getName(),
                book.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).isEmpty();
    assertThat(Files.readString(folder.resolve("book.html")))
        .as("drawn by us, and by PlantUML")
        .contains("cb-figure cb-wide", "data-diagram-type=")
        .contains("<strong>TCP</strong> to port <strong>80</strong>");
  }

  @Test
  void jarsThatHoldLibrariesSayWhichUnderWhichLicence() throws IOException {
    for (String name : List.of("-all.jar", "chainbook.jar")) {
      try (JarFile jar = new JarFile(jar(name).toFile())) {
        assertThat(jar.getEntry("META-INF/LICENSE")).as("licence in " + name).isNotNull();
        byte[] list = jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY.txt")).readAllBytes();
        assertThat(new String(list, UTF_8))
            .contains("(EPL-2.0) ELK Layered", "(Unicode-3.0) ICU4J", "(MIT License) PlantUML");
      }
    }
  }

  private static Path jar(String end) throws IOException {
    Path target = Path.of("..", "extension", "target").toAbsolutePath().normalize();
    try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
      List<Path> found = files.filter(file -> file.getFileName().toString().endsWith(end)).toList();
      assumeTrue(found.size() == 1, "no " + end + " in " + target + ": run mvn verify at the root");
      return found.get(0);
    }
  }
}
