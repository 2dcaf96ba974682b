package io.github.chainbook.figure.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class PrintSvgTest {

  private static final String DRAWN =
      "<svg><text x=\"10\" y=\"5\" font-size=\"12\" textLength=\"36\" font-family=\"monospace\">1"
          + " → Xy</text><text x=\"1\" textLength=\"9\" font-family=\"sans-serif\">→</text></svg>";

  private static Document prepared(String svg) {
    return Jsoup.parse(PrintSvg.prepare(svg), Parser.xmlParser());
  }

  @Test
  void noTextIsSpaced() {
    assertThat(PrintSvg.prepare(DRAWN)).doesNotContain("textLength");
  }

  @Test
  void fixedWidthTextKeepsItsPlaces() {
    Document svg = prepared(DRAWN);
    assertThat(svg.select("text").eachText()).containsExactly("1", "→", "Xy", "→");
    assertThat(svg.select("text").get(2).attr("x")).isEqualTo("34.000");
    assertThat(svg.select("text").get(2).attr("font-size")).isEqualTo("12.000");
    assertThat(svg.select("text").eachAttr("font-family"))
        .containsExactly("M+ 1mn", "M+ 1p Fallback", "M+ 1mn", "M+ 1p Fallback");
  }

  @Test
  void twiceIsOnce() {
    String once = PrintSvg.prepare(DRAWN);
    assertThat(PrintSvg.prepare(once)).isEqualTo(once);
  }
}
