package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.asciidoc.BookLab.Converted;
import java.nio.file.Path;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BookLabExtension.class)
class PacketFigureTest {

  private static final String DUMP =
      """
      [iptables-save#gate,views=rules]
      ----
      *nat
      :PREROUTING ACCEPT [0:0]
      :INPUT ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      :POSTROUTING ACCEPT [0:0]
      :web - [0:0]
      -A PREROUTING -p tcp -j web
      -A web -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
      COMMIT
      ----

      """;

  private static final String PACKET = "in eth0: tcp 10.0.0.1:4000 > 10.0.0.5:80";

  @TempDir Path dir;

  private Converted macro(BookLab lab, String name, String attributes) {
    return lab.convert(DUMP + name + "::gate[" + attributes + "]\n", dir);
  }

  @Test
  void drawsTheWayOfAPacketWithTheIdsOfTheRuleTables(BookLab lab) {
    Converted book =
        macro(
            lab,
            "iptables-chains",
            "id=way,addrs=\"eth0=10.0.0.5/24\",packet=\""
                + PACKET
                + "\",expect=\"REDIRECT :8080\"");
    assertThat(book.log()).isEmpty();
    Element wide = book.page().selectFirst("#way svg.cb-wide");
    assertThat(wide.select(".cb-row.cb-met").eachAttr("data-step")).containsExactly("1", "2", "3");
    assertThat(wide.select(".cb-row.cb-met").eachAttr("data-rule"))
        .containsExactly("gate-nat-PREROUTING:1", "gate-nat-web:1");
    assertThat(wide.select(".cb-arrow.cb-met")).hasSize(1);
    assertThat(wide.select("a").eachAttr("href"))
        .isNotEmpty()
        .allSatisfy(href -> assertThat(book.page().getElementById(href.substring(1))).isNotNull());
    assertThat(book.page().select("#way .title").text())
        .isEqualTo("Figure 1. The way of " + PACKET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in eth0: tcp 10.0.0.1:4000 > 10.0.0.5:xx|[bad-packet]|expected a port",
        "in eth0: tcp 2001:db8::1 4 > 2001:db8::5|[bad-packet]|expected",
        "in eth0: tcp [2001:db8::1]:4 > [2001:db8::5]:80|[other-family-packet]|ipv6"
      })
  void aBadPacketIsAnErrorAtItsColumnAndSaysSo(
      String packet, String code, String words, BookLab lab) {
    Converted book = macro(lab, "iptables-chains", "packet=\"" + packet + "\"");
    assertThat(book.log()).singleElement().asString().contains(code, words);
    assertThat(book.page().select(".chainbook-errors")).hasSize(1);
    assertThat(book.page().select("svg")).isEmpty();
  }

  @Test
  void theColumnIsThatOfTheMacrosLine(BookLab lab) throws java.io.IOException {
    Path file = dir.resolve("b.adoc");
    String line = "iptables-chains::gate[packet=\"in eth0: tcp 10.0.0.1:4000 > 10.0.0.5:xx\"]";
    java.nio.file.Files.writeString(file, DUMP + line + "\n");
    Converted book = lab.convertFile(file.toFile());
    assertThat(book.log().get(0).toString())
        .contains("column " + (line.indexOf("xx") + 1) + ": expected a port");
  }

  @Test
  void drawsTheHooksWithLinksToTheirChains(BookLab lab) {
    Converted book = macro(lab, "iptables-hooks", "id=hooks");
    assertThat(book.log()).isEmpty();
    Element wide = book.page().selectFirst("#hooks svg.cb-wide");
    assertThat(wide.select(".cb-box-hook .cb-text-name").eachText())
        .containsExactly("PREROUTING", "INPUT", "OUTPUT", "FORWARD", "POSTROUTING");
    assertThat(wide.select("a").eachAttr("href"))
        .containsExactly(
            "#gate-nat-PREROUTING", "#gate-nat-INPUT", "#gate-nat-OUTPUT", "#gate-nat-POSTROUTING");
    assertThat(wide.select("[data-chain=gate-nat-PREROUTING] title").text())
        .isEqualTo("chain PREROUTING of table nat: 1 rule · ACCEPT");
    assertThat(book.page().select("#hooks svg.cb-narrow")).hasSize(1);
    assertThat(book.page().select("#hooks .title").text())
        .isEqualTo("Figure 1. The hooks and what ruleset gate has there");
  }

  @Test
  void drawsThePacketsWayThroughTheHooks(BookLab lab) {
    Converted book =
        macro(
            lab, "iptables-hooks", "id=hooks,addrs=\"eth0=10.0.0.5/24\",packet=\"" + PACKET + "\"");
    assertThat(book.log()).isEmpty();
    Element wide = book.page().selectFirst("#hooks svg.cb-wide");
    assertThat(wide.select(".cb-row.cb-met .cb-text-effect").eachText())
        .containsExactly("⇒ REDIRECT 10.0.0.5:8080", "⇒ policy ACCEPT");
    assertThat(wide.select(".cb-passage.cb-met")).hasSize(4);
  }

  @Test
  void plantUmlDrawsBothToo(BookLab lab) {
    for (String name : java.util.List.of("iptables-hooks", "iptables-chains")) {
      Converted book =
          macro(
              lab,
              name,
              "id=f,renderer=plantuml,addrs=\"eth0=10.0.0.5/24\",packet=\"" + PACKET + "\"");
      assertThat(book.log()).isEmpty();
      assertThat(book.page().select("#f svg text").text()).contains("PREROUTING", "#2", "8080");
    }
  }

  @Test
  void whatAPacketDecidesCannotBeSelected(BookLab lab) {
    Converted book = macro(lab, "iptables-chains", "from=PREROUTING,packet=\"" + PACKET + "\"");
    assertThat(book.log())
        .singleElement()
        .asString()
        .contains("a packet decides what is shown, expected no from [bad-attribute]");
  }

  @Test
  void aPacketThatMeetsNothingIsSaidToDoSo(BookLab lab) {
    Converted book = macro(lab, "iptables-chains", "table=filter,packet=\"" + PACKET + "\"");
    assertThat(book.log()).singleElement().asString().contains("[nothing-selected]");
    Converted hooks = macro(lab, "iptables-hooks", "from=PREROUTING");
    assertThat(hooks.log())
        .singleElement()
        .asString()
        .contains("the hooks are shown whole, expected no from");
    Converted quiet =
        macro(
            lab,
            "iptables-chains",
            "packet=\"forward eth0 eth1: udp 10.0.0.1:1 > 10.0.0.2:2 state ESTABLISHED\"");
    assertThat(quiet.log()).isEmpty();
    assertThat(quiet.page().select("svg")).isEmpty();
    assertThat(quiet.page().text()).contains("No rule or policy is met by", "ACCEPT, unchanged.");
  }
}
