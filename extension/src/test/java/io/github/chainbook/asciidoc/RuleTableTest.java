package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.asciidoc.BookLab.Converted;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BookLabExtension.class)
class RuleTableTest {

  @TempDir Path dir;

  private Converted convert(BookLab lab, String attributes, String rules) {
    return lab.convert(
        "[iptables-save#t,views=rules,notes=none"
            + attributes
            + "]\n----\n*filter\n:INPUT ACCEPT [9:9]\n:C - [0:0]\n"
            + rules
            + "COMMIT\n----\n",
        dir);
  }

  private static String ports(int count, String counters) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> counters + "-A INPUT -p tcp --dport " + i + " -j C\n")
        .collect(Collectors.joining());
  }

  private static Elements rows(Converted book) {
    return book.page()
        .selectFirst("#t-filter-INPUT ~ table.chainbook-rules")
        .select("> tbody > tr");
  }

  @Test
  void aRunIsOneRowThatOpens(BookLab lab) {
    Converted book =
        convert(lab, "", "-A INPUT -i lo -j ACCEPT\n" + ports(20, "") + "-A INPUT -j DROP\n");
    assertThat(book.log()).isEmpty();
    Elements rows = rows(book);
    assertThat(rows).hasSize(3);
    Element run = rows.get(1).selectFirst("> td[colspan=3] > details");
    assertThat(run.hasAttr("open")).isFalse();
    assertThat(run.selectFirst("summary").text())
        .startsWith(
            "2–21 -p tcp -m tcp --dport … -j C 20 rules of one form, with different --dport (20).");
    assertThat(run.select("tbody > tr").eachAttr("id")).hasSize(20).contains("t-filter-INPUT:2");
    assertThat(run.select("thead th").eachText()).containsExactly("#", "Rule", "What it does");
    assertThat(book.page().select("tr[id]").eachAttr("id")).doesNotHaveDuplicates().hasSize(22);
  }

  @Test
  void aTableMayBeginWithARunAndKeepsItsTitle(BookLab lab) {
    Converted book =
        lab.convert(
            "[iptables-save#t,views=none]\n----\n*filter\n:INPUT ACCEPT [9:9]\n:C - [0:0]\n"
                + ports(9, "")
                + "COMMIT\n----\n\n.All ports\niptables-rules::t[chain=INPUT]\n",
            dir);
    assertThat(book.log()).isEmpty();
    assertThat(rows(book)).hasSize(1);
    assertThat(book.page().select("table > caption").eachText())
        .containsExactly("Table 1. All ports");
    assertThat(rows(book).first().closest("table").select("> caption")).hasSize(1);
  }

  @Test
  void authorsSayWhatIsFolded(BookLab lab) {
    assertThat(rows(convert(lab, ",collapse=none", ports(20, "")))).hasSize(20);
    assertThat(rows(convert(lab, ",collapse=3", ports(3, "")))).hasSize(1);
    assertThat(rows(convert(lab, "", ports(7, "")))).hasSize(7);
    Converted wrong = convert(lab, ",collapse=1", ports(20, ""));
    assertThat(wrong.errors())
        .singleElement()
        .asString()
        .contains("expected a number from 2 in collapse, found '1'");
  }

  @Test
  void countersAreSharesOfWhatTheHeadSays(BookLab lab) {
    Converted book =
        convert(
            lab,
            "",
            "[30:1800] -A INPUT -p tcp -j C\n[0:0] -A INPUT -p udp -j DROP\n"
                + "[12:720] -A C -s 10.0.0.1 -j DROP\n[0:0] -A C -j ACCEPT\n");
    Element row = book.page().getElementById("t-filter-C:1");
    assertThat(row.child(3).text()).isEqualTo("12 packets 40% 720 bytes");
    assertThat(row.selectFirst(".cb-share").attr("style")).isEqualTo("--share:40%");
    assertThat(row.closest("table").select("thead th").last().text())
        .isEqualTo("Met by % of the 30 packets that came in");
    assertThat(book.page().getElementById("t-filter-C:2").child(3).text()).isEqualTo("never");
    assertThat(
            book.page().getElementById("t-filter-INPUT:1").closest("table").select("thead").text())
        .endsWith("% of what the rule met most has met");
  }

  @Test
  void withoutCountersThereIsNoColumnForThem(BookLab lab) {
    Converted book = convert(lab, "", "-A INPUT -j C\n");
    assertThat(book.page().select(".chainbook-rules thead th")).hasSize(3);
  }

  @Test
  void aRuleCanBeHadAsItsLine(BookLab lab) {
    String rule = "-A INPUT -m comment --comment \"<b> | \\\"q\\\" {x} -- ::\" -j C";
    Converted book = convert(lab, "", rule + "\n");
    assertThat(book.log()).isEmpty();
    Element row = book.page().getElementById("t-filter-INPUT:1");
    assertThat(row.attr("data-raw")).isEqualTo(rule);
    assertThat(row.select("b")).isEmpty();
    assertThat("-A INPUT " + row.selectFirst("code").text()).isEqualTo(rule);
  }

  @Test
  void hostileTextInARunsSummaryStaysText(BookLab lab) {
    String rules =
        IntStream.range(0, 9)
            .mapToObj(
                i ->
                    "-A INPUT -m comment --comment \"<script>x</script> ==== |=== [x] \uE000 _"
                        + i
                        + "\" -j C\n")
            .collect(Collectors.joining());
    Converted book = convert(lab, "", rules);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("script")).isEmpty();
    assertThat(rows(book)).hasSize(1);
    assertThat(rows(book).select("summary .cb-gap").text())
        .isEqualTo("<script>x</script> ==== |=== [x] \uFFFD _…");
  }

  @Test
  void manyCallersAreFoldedAway(BookLab lab) {
    Element head =
        convert(lab, "", ports(20, "")).page().getElementById("t-filter-C").nextElementSibling();
    assertThat(head.select("a")).isEmpty();
    Element links = head.nextElementSibling();
    assertThat(links.is("details:not([open])")).isTrue();
    assertThat(links.select("summary").text()).isEqualTo("jumped to from 20 rules");
    assertThat(links.select("a").eachAttr("href")).hasSize(20).startsWith("#t-filter-INPUT:1");
  }

  @Test
  void aChainSaysWhereItLeads(BookLab lab) {
    Converted book = convert(lab, "", "-A INPUT -p tcp -j C\n-A INPUT -p udp -j C\n");
    Element head = book.page().getElementById("t-filter-INPUT").nextElementSibling();
    assertThat(head.select(".cb-pill").eachText()).contains("leads to C");
    assertThat(head.select("a").eachAttr("href")).isEqualTo(List.of("#t-filter-C"));
  }

  @Test
  void profilesSayWhoTheySpeakOf(BookLab lab) {
    Converted book =
        lab.convert(
            "[iptables-save#t,views=rules,notes=istio]\n----\n*nat\n:OUTPUT ACCEPT [0:0]\n"
                + ":ISTIO_OUTPUT - [0:0]\n-A OUTPUT -p tcp -j ISTIO_OUTPUT\n"
                + "-A ISTIO_OUTPUT -m owner --uid-owner 1337 -j RETURN\nCOMMIT\n----\n",
            dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("p.cb-note > .cb-by").eachText()).contains("Istio");
  }
}
