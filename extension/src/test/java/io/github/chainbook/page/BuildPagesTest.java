package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildPagesTest {

  @TempDir private Path temporary;

  private Path book;

  @BeforeEach
  void aBookWithAPicture() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("book/pictures"));
    Files.writeString(folder.resolve("pic one.png"), "picture");
    Files.writeString(folder.resolve("unused.png"), "unused");
    // The sample has one link that leads nowhere, for the link check.
    book =
        Files.writeString(
            temporary.resolve("book/book.html"),
            Samples.text("book.html").replace("\"#nowhere\"", "\"#ports\""));
  }

  @Test
  void writesPagesAssetsAndThePicturesShownAndNothingElse() throws IOException {
    build();
    assertThat(files().keySet())
        .containsExactly(
            "assets/css/page.css",
            "assets/js/page.js",
            "before-you-read.html",
            "chains.html",
            "index.html",
            "lab.html",
            "pictures/pic one.png",
            "walk.html");
  }

  @Test
  void sameInputGivesTheSameBytes() throws IOException {
    build();
    Map<String, String> first = files();
    build();
    assertThat(files()).isEqualTo(first);
  }

  @Test
  void copiesWhatItIsTold() throws IOException {
    build("--copy", temporary.resolve("book/pictures") + "=more/pictures");
    assertThat(files()).containsKeys("more/pictures/unused.png", "more/pictures/pic one.png");
  }

  @Test
  void copyMustNotReplaceAPage() {
    Path picture = temporary.resolve("book/pictures/unused.png");
    assertThatThrownBy(() -> build("--copy", picture + "=Walk.html"))
        .isInstanceOfSatisfying(
            PagesException.class,
            e -> assertThat(e.problems()).extracting(Problem::page).containsExactly("Walk.html"));
  }

  @Test
  void brokenLinkFailsTheBuild() throws IOException {
    Files.writeString(book, Samples.text("book.html"));
    assertThatThrownBy(this::build)
        .isInstanceOfSatisfying(
            PagesException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::page, Problem::link)
                    .containsExactly(tuple("walk.html", "#nowhere")));
  }

  @Test
  void missingPictureFailsTheBuild() throws IOException {
    Files.delete(temporary.resolve("book/pictures/pic one.png"));
    assertThatThrownBy(this::build)
        .isInstanceOfSatisfying(
            PagesException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::link)
                    .containsExactly("pictures/pic%20one.png"));
  }

  @Test
  void missingBookIsAnError() throws IOException {
    Files.delete(book);
    assertThatThrownBy(this::build)
        .isInstanceOf(PagesException.class)
        .hasMessageContaining("no book");
  }

  @Test
  void themeWithoutATemplateIsAnError() {
    assertThatThrownBy(() -> run("--book", book, "--theme", temporary, "--out", out()))
        .isInstanceOf(PagesException.class)
        .hasMessageContaining("no page template");
  }

  @Test
  void partsWorkToo() throws IOException {
    Files.writeString(book, Samples.text("parts.html"));
    assertThatCode(this::build).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--book",
        "--book a --book b",
        "--frob x",
        "--book a --theme b",
        "--book a --theme b --out c --copy d",
        "--book a --theme b --out c --copy d=",
        "--book a --theme b --out c --copy =d",
        "--book a --theme b --out c --copy d=../e",
        "--book a --theme b --out c --copy d=/e",
      })
  void wrongArgumentsAreRefused(String arguments) {
    assertThatThrownBy(() -> BuildPages.main(arguments.split(" ")))
        .isInstanceOf(PagesException.class)
        .hasMessageContaining("usage:");
  }

  private void build(String... more) throws IOException {
    Stream<Object> arguments =
        Stream.of("--book", book, "--theme", Samples.path("theme"), "--out", out());
    run(Stream.concat(arguments, Stream.of(more)).toArray());
  }

  private static void run(Object... arguments) throws IOException {
    BuildPages.main(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private Path out() {
    return temporary.resolve("site");
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(out())) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(out().relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }
}
