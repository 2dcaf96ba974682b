package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "a/b", "..\\b", "a?b", "con", "NUL"})
  void namesThatSomeSystemRefusesAreProblems(String id) {
    assertThatThrownBy(() -> split(id))
        .isInstanceOfSatisfying(
            PagesException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(
                        problem -> {
                          assertThat(problem.link()).isEqualTo("#" + id);
                          assertThat(problem.message()).contains("file name");
                        }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_a.b-c", "网络", "100%", "a b", "console"})
  void otherNamesAreFine(String id) {
    assertThat(Samples.split(Samples.book(Samples.chapter(id, "")))).hasSize(2);
  }

  @Test
  void namesThatDifferByCaseOnlyCollide() {
    assertThatThrownBy(() -> split("One", "one"))
        .isInstanceOfSatisfying(
            PagesException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::message)
                    .containsExactly(
                        "its page would be one.html, which on some systems is the page of \"One\","
                            + " One.html"));
  }

  @Test
  void nameOfTheFrontPageIsTaken() {
    assertThatThrownBy(() -> split("index"))
        .isInstanceOfSatisfying(
            PagesException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::message)
                    .containsExactly(
                        "its page would be index.html, which is already the page of \"B\","
                            + " index.html"));
  }

  private static void split(String... ids) {
    String[] chapters = new String[ids.length];
    for (int i = 0; i < ids.length; i++) {
      chapters[i] = Samples.chapter(ids[i], "");
    }
    Samples.split(Samples.book(chapters));
  }
}
