package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BookReaderTest {

  @Test
  void refusesWhatIsNoBook() {
    assertThatThrownBy(() -> BookReader.read("<p>words</p>"))
        .isInstanceOf(PagesException.class)
        .hasMessageContaining("standalone HTML");
  }

  @Test
  void refusesABookWithoutChapters() {
    assertProblem(Samples.book("<p>only words</p>"), "no chapters");
  }

  @Test
  void refusesAChapterWithoutAnId() {
    assertProblem(
        Samples.book("<div class=sect1><h2>A</h2><div class=sectionbody></div></div>"), "no id");
  }

  @Test
  void readsABookWithoutAHeader() {
    Book book =
        BookReader.read(
            "<title>T</title><div id=content>" + Samples.chapter("a", "<p>x</p>") + "</div>");
    assertThat(book.title()).isEqualTo("T");
    assertThat(book.language()).isEmpty();
    assertThat(book.leaves()).hasSize(2);
  }

  @Test
  void keepsTheRoleOfAChapter() {
    Book book =
        BookReader.read(Samples.book("<div class='sect1 wide'><h2 id=a>A</h2><p>x</p></div>"));
    assertThat(book.leaves().get(1).body().className()).isEqualTo("wide");
  }

  private static void assertProblem(String html, String words) {
    assertThatThrownBy(() -> BookReader.read(html))
        .isInstanceOfSatisfying(
            PagesException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains(words)));
  }
}
