package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class RuleTablesTest {

  private static final String RULES =
      """
      <h3>nat <code>OUTPUT</code></h3>
      <table class="tableblock chainbook-rules">
      <colgroup><col style="width:50%"></colgroup>
      <thead><tr><th></th><th colspan="2">Rule <i>text</i></th><th>Hits</th></tr></thead>
      <tbody>
      <tr id="r:1"><th>1</th><td>a</td><td>b</td><td>4</td></tr>
      <tr id="r:2"><th>2</th><td colspan="2">a</td><td>4</td></tr>
      </tbody></table>
      """;

  @Test
  void cellsKnowTheirColumn() {
    Element body = finish(RULES);
    assertThat(body.select("td").eachAttr("data-label"))
        .containsExactly("Rule text", "Rule text", "Hits", "Rule text", "Hits");
    assertThat(body.select("tbody th[data-label]")).isEmpty();
  }

  @Test
  void sharesKnowWhatTheyAreOf() {
    Element body =
        finish(
            """
            <table class="tableblock chainbook-rules"><thead><tr><th>Rule</th>
            <th>Met by <span class="cb-of">% <em>of the 9 packets that came in</em></span></th></tr></thead>
            <tbody><tr><td>a</td><td><p><span class="cb-share">12%</span></p></td></tr></tbody></table>
            """);
    assertThat(body.select("td").eachAttr("data-label")).containsExactly("Rule", "Met by");
    assertThat(body.select(".cb-share").attr("data-of")).isEqualTo("of the 9 packets that came in");
  }

  @Test
  void headersSayWhatTheyHead() {
    Element body = finish(RULES);
    assertThat(body.select("thead th").eachAttr("scope")).containsOnly("col").hasSize(3);
    assertThat(body.select("tbody th").eachAttr("scope")).containsOnly("row").hasSize(2);
  }

  @Test
  void rowsKeepTheirIds() {
    assertThat(finish(RULES).select("tr[id]").eachAttr("id")).containsExactly("r:1", "r:2");
  }

  @Test
  void frameIsNamedAfterTheHeadingAbove() {
    Element frame = finish(RULES).expectFirst("div.chainbook-scroll");
    assertThat(frame.attr("aria-label")).isEqualTo("nat OUTPUT");
    assertThat(frame.attr("role")).isEqualTo("region");
    assertThat(frame.attr("tabindex")).isEqualTo("0");
    assertThat(frame.select("> table.chainbook-rules > colgroup")).isEmpty();
  }

  @Test
  void frameIsNamedAfterTheTitleIfThereIsOne() {
    Element body =
        finish("<h3>H</h3><table class=tableblock><caption>Table 1. T</caption></table>");
    assertThat(body.expectFirst("div.table-scroll").attr("aria-label")).isEqualTo("Table 1. T");
  }

  @Test
  void twoFramesNeverHaveOneName() {
    Element body = finish(RULES + "<table class='tableblock'><tr><td>x</td></tr></table>");
    assertThat(body.select("[role=region]").eachAttr("aria-label"))
        .containsExactly("nat OUTPUT", "nat OUTPUT (2)");
  }

  @Test
  void frameWithoutANameIsNoRegion() {
    Element frame = finish("<table class=tableblock></table>").expectFirst("div.table-scroll");
    assertThat(frame.attr("tabindex")).isEqualTo("0");
    assertThat(frame.hasAttr("role")).isFalse();
  }

  @Test
  void tablesForTheLayoutsSakeAreNone() {
    Element body = finish("<div class='admonitionblock note'><table><tr><td>x</table></div>");
    assertThat(body.expectFirst("table").attr("role")).isEqualTo("presentation");
  }

  private static Element finish(String html) {
    Element body = Samples.body(html);
    new RuleTables().finish(body);
    return body;
  }
}
