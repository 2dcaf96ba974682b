package io.github.chainbook.figure.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.FigureWords;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SvgFinisherTest {

  private static final String DRAWN =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80px\" height=\"9px\" style=\"width:80px;\""
          + " viewBox=\"0 0 80 9\"><?plantuml 1?><defs/><!--class c0-->"
          + "<g id=\"ent0001\" data-source-line=\"3\"><a target=\"_self\" href=\"#x-nat-A:1\""
          + " xlink:href=\"#x-nat-A:1\" xlink:show=\"new\" title=\"#x-nat-A:1\">"
          + "<rect fill=\"#FEFEFE\" style=\"stroke:#c2cad3;stroke-width:0.5;\"/>"
          + "<text fill=\"#123456\">1</text></a></g>"
          + "<g id=\"lnk1\" data-entity-1=\"ent0001\" filter=\"url(#f1)\"/></svg>";

  private static Element finished(String id) {
    Element svg = Jsoup.parse(DRAWN, Parser.xmlParser()).selectFirst("svg");
    SvgFinisher.finish(
        svg,
        id,
        new FigureWords("A <title>", "What it shows.", Map.of("x-nat-A:1", "-A A -j \"x\"")));
    return svg;
  }

  @Test
  void saysWhatItShows() {
    Element svg = finished("fig");
    assertThat(svg.attr("role")).isEqualTo("img");
    assertThat(svg.getElementById(svg.attr("aria-labelledby")).text()).isEqualTo("A <title>");
    assertThat(svg.getElementById(svg.attr("aria-describedby")).text()).isEqualTo("What it shows.");
  }

  @Test
  void hasIdsOfItsOwn() {
    Element svg = finished("fig");
    assertThat(svg.select("g").eachAttr("id")).containsExactly("fig-ent0001", "fig-lnk1");
    assertThat(svg.selectFirst("#fig-lnk1").attr("data-entity-1")).isEqualTo("fig-ent0001");
    assertThat(svg.selectFirst("#fig-lnk1").attr("filter")).isEqualTo("url(#fig-f1)");
  }

  @Test
  void takesTheThemesColoursAndKeepsOthers() {
    Element svg = finished("fig");
    assertThat(svg.selectFirst("rect").attr("style"))
        .isEqualTo(
            "fill:var(--cb-box,#FEFEFE);stroke:var(--cb-box-line,#c2cad3);stroke-width:0.5;");
    assertThat(svg.selectFirst("text").attr("style")).isEqualTo("fill:#123456;");
  }

  @Test
  void hasPlainLinksWithTips() {
    Element link = finished("fig").selectFirst("a");
    assertThat(link.attributes().asList()).hasSize(1);
    assertThat(link.attr("href")).isEqualTo("#x-nat-A:1");
    assertThat(link.selectFirst("title").text()).isEqualTo("-A A -j \"x\"");
  }

  @Test
  void dropsWhatNobodyNeeds() {
    Element svg = finished("fig");
    assertThat(svg.outerHtml()).doesNotContain("plantuml").doesNotContain("<!--");
    assertThat(svg.attr("width")).isEqualTo("80");
    assertThat(svg.select("[data-source-line]")).isEmpty();
  }

  @Test
  void shortAndNamedColoursAreTheThemesToo() {
    Element svg =
        Jsoup.parse("<svg><text fill='#000'/><path stroke='white'/></svg>", Parser.xmlParser())
            .selectFirst("svg");
    SvgFinisher.finish(svg, "f", new FigureWords("t", "", Map.of()));
    assertThat(svg.selectFirst("text").attr("style")).isEqualTo("fill:var(--cb-text,#000);");
    assertThat(svg.selectFirst("path").attr("style")).isEqualTo("stroke:var(--cb-box,#FFFFFF);");
  }

  @Test
  void aPictureOfTheAuthorsKeepsItsInnerLinks() {
    Element svg =
        Jsoup.parse(
                "<svg><g id='a'/><use href='#a' xlink:href='#a'/><a href='#far'/></svg>",
                Parser.xmlParser())
            .selectFirst("svg");
    SvgFinisher.finish(svg, "f", new FigureWords("t", "", Map.of()));
    assertThat(svg.hasAttr("width")).isFalse();
    assertThat(svg.selectFirst("g").id()).isEqualTo("f-a");
    assertThat(svg.selectFirst("use").attr("href")).isEqualTo("#f-a");
    assertThat(svg.selectFirst("use").attr("xlink:href")).isEqualTo("#f-a");
    assertThat(svg.selectFirst("a").attr("href")).isEqualTo("#far");
  }
}
