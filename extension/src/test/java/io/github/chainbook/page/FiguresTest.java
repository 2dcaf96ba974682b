package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "width='600px' style='width:600px;height:9px;background:#FFF;' |"
            + " background:#FFF;--figure-width:600px",
        "width='60.5' | --figure-width:60.5px",
        "viewBox='0 0 320 10' width='100%' | --figure-width:320px",
        "viewBox='-8,-8, 320.25,10' | --figure-width:320.25px",
        "style='color:red' width='12em' | color:red",
      })
  void drawingsKnowTheirWidth(String attributes, String style) {
    assertThat(drawing("<svg " + attributes + "></svg>").attr("style")).isEqualTo(style);
  }

  @Test
  void spellingOfSvgStays() {
    assertThat(drawing("<svg viewBox='0 0 1 1'><linearGradient/></svg>").outerHtml())
        .contains("viewBox", "linearGradient");
  }

  @Test
  void whatScrollsCanBeReachedWithKeys() {
    Element body =
        Samples.body(
            "<div class=imageblock><div class=content><svg></svg></div></div>"
                + "<div class=listingblock><div class=content><pre>x</pre></div></div>"
                + "<div class=imageblock><div class=content><img src=a.png></div></div>");
    Figures.finish(body);
    assertThat(body.select("[tabindex=0]").eachAttr("class")).containsExactly("content");
    assertThat(body.select("pre[tabindex=0]")).hasSize(1);
  }

  private static Element drawing(String svg) {
    Element body = Samples.body("<div class=imageblock><div class=content>" + svg + "</div></div>");
    Figures.finish(body);
    return body.expectFirst("svg");
  }
}
