package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BookSplitterTest {

  private final Document front = Samples.page("book.html", "index.html");
  private final Document chains = Samples.page("book.html", "chains.html");
  private final Document walk = Samples.page("book.html", "walk.html");

  @Test
  void eachChapterIsAPageNamedAfterItsId() {
    assertThat(Samples.split(Samples.text("book.html")))
        .extracting(Page::file)
        .containsExactly(
            "index.html", "before-you-read.html", "chains.html", "walk.html", "lab.html");
  }

  @Test
  void partsHavePagesToo() {
    assertThat(Samples.split(Samples.text("parts.html")))
        .extracting(Page::file)
        .containsExactly(
            "index.html",
            "_part_one.html",
            "_chapter_a.html",
            "_part_two.html",
            "_chapter_b.html",
            "_at_the_end.html");
  }

  @Test
  void sameBookGivesTheSameBytes() {
    String book = Samples.text("book.html");
    assertThat(Samples.split(book)).isEqualTo(Samples.split(book));
  }

  @Test
  void lineEndsDoNotMatter() {
    String book = Samples.text("book.html");
    assertThat(Samples.split(book.replace("\n", "\r\n"))).isEqualTo(Samples.split(book));
  }

  @Test
  void textOfListingsStays() {
    assertThat(walk.expectFirst("pre").wholeText()).isEqualTo("a listing\n\n  with blanks");
  }

  @Nested
  class Head {

    @Test
    void titleNamesChapterAndBook() {
      assertThat(front.title()).isEqualTo("Packets: a Book");
      assertThat(chains.title()).isEqualTo("1. Chains and rules · Packets: a Book");
    }

    @Test
    void languageIsSpelledAsHtmlWantsIt() {
      assertThat(chains.expectFirst("html").attr("lang")).isEqualTo("zh-CN");
    }

    @Test
    void languageOfTheTemplateHoldsWhereTheBookNamesNone() {
      Page page = Samples.split(Samples.book(Samples.chapter("a", ""))).get(0);
      assertThat(page.html()).contains("<html lang=\"en\">");
    }

    @Test
    void numbersOfTheWholeBookStay() {
      assertThat(walk.expectFirst("h1").text()).isEqualTo("2. The walk of one packet");
      assertThat(walk.expectFirst("caption").text()).isEqualTo("Table 1. Ports");
      assertThat(Samples.page("book.html", "lab.html").expectFirst("h1").text())
          .isEqualTo("Appendix A: Lab environment");
    }

    @Test
    void nothingOfTheBooksOwnFrameIsLeft() {
      assertThat(front.select("#header, #content, #toc, #footer, meta[name=generator]")).isEmpty();
      assertThat(chains.outerHtml()).doesNotContain("Not for readers", "data-slot");
    }
  }

  @Nested
  class Links {

    @Test
    void toAnotherChapterLeadToItsPage() {
      assertThat(walk.select("main p a[href=chains.html]")).hasSize(1);
    }

    @Test
    void toAPlaceInAnotherChapterKeepTheirFragment() {
      assertThat(walk.select("a[href=chains.html#names-of-chains]")).hasSize(1);
      assertThat(walk.select("a[href=chains.html#sidecar-nat-OUTPUT]")).hasSize(1);
    }

    @Test
    void mayBeEncoded() {
      assertThat(walk.selectFirst("a:containsOwn(encoded)").attr("href"))
          .isEqualTo("chains.html#sidecar-nat-OUTPUT%3A1");
    }

    @Test
    void onTheSamePageStay() {
      assertThat(chains.select("p > a[href=#drawing]")).hasSize(1);
    }

    @Test
    void intoTheFrontMatterLeadToTheFrontPage() {
      assertThat(
              Samples.page("book.html", "before-you-read.html")
                  .select("a[href=index.html#front-place]"))
          .hasSize(1);
    }

    @Test
    void inDrawingsAreRewrittenInBothAttributes() {
      var links = chains.select("svg a");
      assertThat(links.eachAttr("href"))
          .containsExactly("#sidecar-nat-OUTPUT:1", "walk.html#walk-nat-OUT.2f:1");
      assertThat(links.eachAttr("xlink:href")).isEqualTo(links.eachAttr("href"));
    }

    @Test
    void withinADrawingStay() {
      assertThat(chains.expectFirst("use").attr("href")).isEqualTo("#shade");
      assertThat(chains.expectFirst("#other").attr("xlink:href")).isEqualTo("#shade");
    }

    @Test
    void thatLeadNowhereStayForTheLinkCheckToFind() {
      assertThat(walk.select("a[href=#nowhere]")).hasSize(1);
    }

    @Test
    void toAnIdOnTwoOtherPagesAreRefused() {
      String twice =
          Samples.book(
              Samples.chapter("a", "<p id=x>"),
              Samples.chapter("b", "<p id=x>"),
              Samples.chapter("c", "<a href=#x>words</a>"));
      assertThatThrownBy(() -> Samples.split(twice))
          .isInstanceOfSatisfying(
              PagesException.class,
              e ->
                  assertThat(e.problems())
                      .containsExactly(
                          new Problem(
                              "c.html",
                              "words",
                              "#x",
                              "the id stands on several pages: a.html and b.html")));
    }
  }

  @Nested
  class Notes {

    @Test
    void standOnThePagesThatReferToThem() {
      assertThat(front.select("div.footnote").eachAttr("id")).containsExactly("_footnotedef_1");
      assertThat(chains.select("div.footnote").eachAttr("id"))
          .containsExactly("_footnotedef_2", "_footnotedef_3");
      assertThat(walk.select("div.footnote").eachAttr("id")).containsExactly("_footnotedef_2");
    }

    @Test
    void leadBackToThePageTheyAreReadOn() {
      assertThat(walk.expectFirst("div.footnote > a").attr("href")).isEqualTo("#_footnoteref_2");
      assertThat(walk.select("#_footnoteref_2")).hasSize(1);
      assertThat(chains.select("#_footnoteref_2")).hasSize(1);
    }

    @Test
    void haveLinksOfTheirOwn() {
      assertThat(chains.select("#_footnotedef_2 a[href=walk.html#ports]")).hasSize(1);
      assertThat(walk.select("#_footnotedef_2 a[href=#ports]")).hasSize(1);
    }

    @Test
    void leaveNoEmptyListBehind() {
      assertThat(Samples.page("book.html", "lab.html").select("section")).isEmpty();
    }
  }
}
