package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class NavigationTest {

  private final Document chains = Samples.page("book.html", "chains.html");

  @Test
  void contentsNameAllChaptersAndTheSectionsOfThisOne() {
    assertThat(chains.select("body > nav a").eachAttr("href"))
        .containsExactly(
            "before-you-read.html",
            "chains.html",
            "#names-of-chains",
            "#second-section",
            "walk.html",
            "lab.html");
  }

  @Test
  void currentChapterIsMarked() {
    assertThat(chains.select("[aria-current=page]").eachText())
        .containsExactly("1. Chains and rules");
  }

  @Test
  void markupOfTitlesStays() {
    assertThat(chains.expectFirst("[aria-current=page]").select("code").text()).isEqualTo("rules");
  }

  @Test
  void headingsOfThePageIncludeDiscreteOnesOfTwoLevels() {
    assertThat(chains.select("aside a").eachAttr("href"))
        .containsExactly("#names-of-chains", "#deep-inside", "#second-section");
  }

  @Test
  void frontPageListsChaptersWithSections() {
    Document front = Samples.page("book.html", "index.html");
    assertThat(front.select("main nav a").eachAttr("href"))
        .containsExactly(
            "before-you-read.html",
            "chains.html",
            "chains.html#names-of-chains",
            "chains.html#second-section",
            "walk.html",
            "lab.html",
            "lab.html#machines");
  }

  @Test
  void pagesFollowOneAnother() {
    assertThat(turns("index.html")).containsExactly("", "before-you-read.html");
    assertThat(turns("chains.html")).containsExactly("before-you-read.html", "walk.html");
    assertThat(turns("lab.html")).containsExactly("walk.html", "");
  }

  @Test
  void partHoldsItsChaptersOnly() {
    Document part = Samples.page("parts.html", "_part_one.html");
    assertThat(part.select("main nav a").eachText())
        .containsExactly("1. Chapter A", "1.1. Section of A");
    assertThat(part.select("div.partintro a").eachAttr("href")).containsExactly("_chapter_b.html");
  }

  @Test
  void chapterNamesItsPart() {
    Document chapter = Samples.page("parts.html", "_chapter_a.html");
    assertThat(chapter.select("main > p a").eachAttr("href")).containsExactly("_part_one.html");
  }

  @Test
  void appendixAfterTheLastPartBelongsToNone() {
    Document appendix = Samples.page("parts.html", "_at_the_end.html");
    assertThat(appendix.select("main > p")).isEmpty();
    assertThat(appendix.select("body > nav > ul > li > a").eachText())
        .containsExactly("Part One", "Part Two", "Appendix A: At the end");
  }

  private static List<String> turns(String file) {
    Document page = Samples.page("book.html", file);
    return List.of(
        page.select("a[rel=prev]").attr("href"), page.select("a[rel=next]").attr("href"));
  }
}
