package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFilesTest {

  private static final String TOOLS =
      "<template id=figure-tools><div class=cb-tools><button>Larger</button>"
          + "<a data-file=svg>Alone</a><a data-file=svg download>SVG</a>"
          + "<a data-file=puml download>Text</a></div></template></body>";

  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' style='--figure-width:9px'>"
          + "<a href='#there' tabindex=-1><text>a &lt;b&gt;&nbsp;&amp; &quot;c</text></a>"
          + "<a href='other.html#x'><text>x</text></a><a href='https://example.org/'><text>y</text></a>"
          + "</svg>";

  private static final String SOURCE =
      "<details class=chainbook-source><summary>View</summary>"
          + "<pre>@startuml\nclass \"&lt;b&gt; &amp;amp;\"\n@enduml</pre></details>";

  @Test
  void eachFigureLinksToItsFiles() {
    Page page = page(figure("fig", "A caption", SOURCE));
    Element tools = Jsoup.parse(page.html()).expectFirst("#fig > .cb-tools");
    assertThat(tools.attr("aria-label")).isEqualTo("A caption");
    assertThat(tools.select("a").eachText()).containsExactly("Alone", "SVG", "Text");
    assertThat(tools.select("a").eachAttr("href"))
        .containsExactly("figures/fig.svg", "figures/fig.svg", "figures/fig.puml");
    assertThat(tools.select("button, [data-file]")).isEmpty();
    assertThat(page.files()).containsOnlyKeys("figures/fig.svg", "figures/fig.puml");
  }

  @Test
  void theTextIsWhatThePageShows() {
    assertThat(page(figure("fig", "", SOURCE)).files().get("figures/fig.puml"))
        .isEqualTo("@startuml\nclass \"<b> &amp;\"\n@enduml\n");
  }

  @Test
  void aDrawingStandsAloneAndLeadsBack() {
    String file = page(figure("fig", "", "")).files().get("figures/fig.svg");
    assertThat(file).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ");
    Document svg = Jsoup.parse(file, Parser.xmlParser());
    assertThat(svg.expectFirst("text").wholeText()).isEqualTo("a <b>\u00a0& \"c");
    assertThat(svg.select("a").eachAttr("href"))
        .containsExactly("../ch.html#there", "../other.html#x", "https://example.org/");
    assertThat(file).doesNotContain("&nbsp;", "--figure-width", "tabindex");
  }

  @Test
  void aFigureWithoutItsTextHasNoLinkToIt() {
    Page page = page(figure("fig", "", "<p>no source</p>" + SOURCE));
    assertThat(page.files()).containsOnlyKeys("figures/fig.svg");
    assertThat(Jsoup.parse(page.html()).select("#fig > .cb-tools a").eachText())
        .containsExactly("Alone", "SVG");
  }

  @Test
  void aThemeWithoutWordsForThemHasNoFiles() {
    Page page = split(Samples.text("theme/page.html"), figure("fig", "", SOURCE)).get(1);
    assertThat(page.files()).isEmpty();
    assertThat(page.html()).doesNotContain("cb-tools");
  }

  @ParameterizedTest
  @CsvSource({"Fig, _46ig", "../a, _2e_2e_2fa", "con, _con", "a_b, a_5fb", "\u00e9, _c3_a9"})
  void namesFitEveryFileSystem(String id, String name) {
    assertThat(page(figure(id, "", "")).files()).containsOnlyKeys("figures/" + name + ".svg");
  }

  private static Page page(String figures) {
    return split(Samples.text("theme/page.html").replace("</body>", TOOLS), figures).get(1);
  }

  private static List<Page> split(String template, String figures) {
    String book =
        Samples.book(
            Samples.chapter("ch", figures + "<p id=there>there</p>"),
            Samples.chapter("other", "<p id=x>x</p>"));
    return new BookSplitter(Template.parse(template, "page.html")).split(book);
  }

  private static String figure(String id, String caption, String after) {
    String title = caption.isEmpty() ? "" : "<div class=title>" + caption + "</div>";
    return "<div id=\"%s\" class=imageblock><div class=content>%s</div>%s</div>%s"
        .formatted(id, SVG, title, after);
  }
}
