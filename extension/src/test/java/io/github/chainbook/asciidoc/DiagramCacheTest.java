package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What PlantUML has drawn is kept. Who looks into the kept picture and writes something into it,
 * finds that in the next book, if nothing was drawn again.
 */
@ExtendWith(BookLabExtension.class)
class DiagramCacheTest {

  private static final String BOOK =
      """
      = Book
      :iptables-cachedir: kept

      [iptables-save#host,renderer=plantuml,views=diagram]
      ----
      *filter
      :INPUT ACCEPT [0:0]
      -A INPUT -s 192.0.2.1/32 -j DROP
      COMMIT
      ----
      """;

  @TempDir Path dir;

  @BeforeEach
  void buildOnceAndMarkWhatWasKept(BookLab lab) throws IOException {
    assertThat(lab.convert(BOOK, dir).log()).isEmpty();
    Path picture = picture();
    Files.writeString(picture, Files.readString(picture).replace("192.0.2.1", "192.0.2.MARK"));
  }

  @Test
  void theSecondBuildDrawsNothing(BookLab lab) throws IOException {
    empty(dir.resolve("out"));
    assertThat(lab.convert(BOOK, dir).page().text()).contains("192.0.2.MARK");
  }

  @Test
  void anotherRuleIsDrawn(BookLab lab) {
    String other = BOOK.replace("-j DROP", "-j ACCEPT");
    assertThat(lab.convert(other, dir).page().select("svg").text())
        .contains("192.0.2.1")
        .doesNotContain("MARK");
  }

  @Test
  void theFolderNamesWhatElseThePictureDependsOn() throws IOException {
    String java = "java" + Runtime.version().feature();
    assertThat(picture().getParent().getFileName().toString())
        .matches("plantuml-1\\.\\d+\\.\\d+-diagram-\\d+\\.\\d+\\.\\d+-" + java + "-[0-9a-f]{4}");
  }

  @Test
  void aFolderThatTheAuthorHasSetStays(BookLab lab) {
    String own =
        BOOK.replace(":iptables-cachedir: kept", ":iptables-cachedir: a\n:diagram-cachedir: b");
    assertThat(lab.convert(own, dir).log()).isEmpty();
    assertThat(dir.resolve("a")).doesNotExist();
  }

  private Path picture() throws IOException {
    try (Stream<Path> files = Files.walk(dir.resolve("kept"))) {
      List<Path> pictures = files.filter(file -> file.toString().endsWith(".svg")).toList();
      assertThat(pictures).hasSize(1);
      return pictures.get(0);
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }
}
