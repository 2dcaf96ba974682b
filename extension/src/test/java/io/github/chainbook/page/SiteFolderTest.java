package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFolderTest {

  @TempDir private Path temporary;

  @Test
  void removesWhatAnEarlierRunWrote() throws IOException {
    write("a.html", "sub/deep/b.html");
    write("a.html");
    assertThat(root().resolve("a.html")).exists();
    assertThat(root().resolve("sub")).doesNotExist();
  }

  @Test
  void leavesUnknownFilesAlone() throws IOException {
    write("sub/b.html");
    Files.writeString(root().resolve("sub/mine.txt"), "mine");
    write("a.html");
    assertThat(root().resolve("sub/mine.txt")).exists();
    assertThat(root().resolve("sub/b.html")).doesNotExist();
  }

  @Test
  void leavesFilesAloneThatSomebodyChanged() throws IOException {
    write("b.html");
    Files.writeString(root().resolve("b.html"), "changed");
    write("a.html");
    assertThat(root().resolve("b.html")).hasContent("changed");
  }

  @Test
  void removesNothingOutsideTheFolder() throws IOException {
    Path outside = Files.writeString(temporary.resolve("mine.txt"), "mine.txt");
    write("mine.txt");
    Path list = temporary.resolve("site.sha256");
    Files.writeString(list, Files.readString(list).replace("mine.txt", "../mine.txt"));
    write("a.html");
    assertThat(outside).exists();
  }

  @Test
  void copiesFoldersButNotTheirHiddenFiles() throws IOException {
    Path source = Files.createDirectories(temporary.resolve("source/sub"));
    Files.writeString(source.resolve("a.txt"), "a");
    Files.writeString(source.resolve(".hidden"), "h");
    SiteFolder site = new SiteFolder(root());
    site.copy(source.getParent(), "to");
    site.write();
    assertThat(root().resolve("to/sub/a.txt")).hasContent("a");
    assertThat(root().resolve("to/sub/.hidden")).doesNotExist();
  }

  @Test
  void missingSourceIsAnError() {
    assertThatThrownBy(() -> new SiteFolder(root()).copy(temporary.resolve("no"), "to"))
        .isInstanceOf(PagesException.class)
        .hasMessageContaining("nothing to copy");
  }

  @Test
  void twoFilesOfOneNameAreAnErrorAndNothingIsWritten() {
    SiteFolder site = new SiteFolder(root());
    add(site, "a.html", "one");
    add(site, "A.html", "two");
    assertThatThrownBy(site::write)
        .isInstanceOfSatisfying(
            PagesException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        new Problem("A.html", "", "", "would be written twice, with a.html")));
    assertThat(root()).doesNotExist();
  }

  @Test
  void sameFileTwiceIsFine() throws IOException {
    SiteFolder site = new SiteFolder(root());
    add(site, "a.png", "one");
    add(site, "a.png", "one");
    site.write();
    assertThat(root().resolve("a.png")).hasContent("one");
  }

  private Path root() {
    return temporary.resolve("site");
  }

  private void write(String... names) throws IOException {
    SiteFolder site = new SiteFolder(root());
    for (String name : names) {
      add(site, name, name);
    }
    site.write();
  }

  private static void add(SiteFolder site, String name, String content) {
    site.add(name, content.getBytes(StandardCharsets.UTF_8));
  }
}
