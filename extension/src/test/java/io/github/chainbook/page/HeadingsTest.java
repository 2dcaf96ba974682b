package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingsTest {

  @ParameterizedTest
  @CsvSource({
    "h2 h3 h4 h3, h1 h2 h3 h2",
    "h2 h4 h4, h1 h2 h2",
    "h2 h4 h3, h1 h2 h2",
    "h2 h3 h5 h4, h1 h2 h3 h3",
    "h2 h2, h1 h2",
    "h1 h3, h1 h2",
    "h2 h3 h4 h5 h6, h1 h2 h3 h4 h5",
  })
  void levelsFollowOneAnother(String book, String page) {
    assertThat(number(book.replaceAll("h[1-6]", "<$0>x</$0>"))).isEqualTo(page);
  }

  @Test
  void discreteHeadingsStandBelowTheirSection() {
    assertThat(
            number(
                "<h2>a</h2><div class=sect2><h3>b</h3><h3 class=discrete>c</h3>"
                    + "<div class=sect3><h4>d</h4><h3 class=discrete>e</h3></div></div>"))
        .isEqualTo("h1 h2 h3 h3 h4");
  }

  @Test
  void idsAndWordsStay() {
    Element body = Samples.body("<h2 id=a>A <code>b</code></h2>");
    Headings.number(body);
    assertThat(body.html()).isEqualTo("<h1 id=\"a\">A <code>b</code></h1>");
  }

  private static String number(String html) {
    Element body = Samples.body(html);
    Headings.number(body);
    return body.select("h1, h2, h3, h4, h5, h6").stream()
        .map(Element::tagName)
        .collect(Collectors.joining(" "));
  }
}
