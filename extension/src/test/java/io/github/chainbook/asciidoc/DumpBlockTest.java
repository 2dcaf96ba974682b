package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.asciidoc.BookLab.Converted;
import io.github.chainbook.figure.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asciidoctor.SafeMode;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BookLabExtension.class)
class DumpBlockTest {

  private static final String DUMP =
      """
      *filter
      :INPUT DROP [3:180]
      :web - [0:0]
      [7:420] -A INPUT -p tcp -m tcp --dport 80 -j web
      [0:0] -A web ! -s 10.0.0.0/8 -j DROP
      COMMIT
      """;

  @TempDir Path dir;

  @Test
  void showsADiagramAndTablesWithTheContractsIds(BookLab lab) {
    Converted book = lab.convert("[iptables-save#gate]\n.The gate\n----\n" + DUMP + "----\n", dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("#gate.imageblock > .title").text())
        .isEqualTo("Figure 1. The gate");
    Element svg = book.page().selectFirst("#gate svg");
    assertThat(svg.attr("role")).isEqualTo("group");
    assertThat(book.page().getElementById(svg.attr("aria-labelledby")).text())
        .isEqualTo("The gate");
    assertThat(book.page().getElementById(svg.attr("aria-describedby")).text())
        .contains("INPUT rule 1 jumps to web.");
    assertThat(book.page().getElementById("gate-filter")).isNotNull();
    assertThat(book.page().select("#gate-filter-web").text()).isEqualTo("web");
    Element row = book.page().getElementById("gate-filter-INPUT:1");
    assertThat(row.tagName()).isEqualTo("tr");
    assertThat(row.text())
        .isEqualTo(
            "1 -p tcp -m tcp --dport 80 -j web TCP to port 80: continue in web. 7 packets 420 bytes");
  }

  @Test
  void explainsRulesInTheLanguageThatBlockOrBookAskFor(BookLab lab) {
    String block = "[iptables-save#gate,views=rules]\n----\n" + DUMP + "----\n";
    String row = "gate-filter-INPUT:1";
    Converted own = lab.convert(block.replace("views", "lang=qps,views"), dir);
    assertThat(own.page().getElementById(row).text()).contains("web reach: TCP to port 80");
    for (String attribute : new String[] {":iptables-lang: qps", ":lang: qps"}) {
      Converted book = lab.convert("= Book\n" + attribute + "\n\n" + block, dir);
      assertThat(book.page().getElementById(row).text()).contains("web reach: TCP to port 80");
    }
    Converted other = lab.convert("= Book\n:iptables-lang: xx\n\n" + block, dir);
    assertThat(other.page().getElementById(row).text()).contains("TCP to port 80: continue in web");
  }

  @Test
  void linksRulesAndChainsOfTheDiagramToTheTable(BookLab lab) {
    Converted book = lab.convert("[iptables-save#gate]\n----\n" + DUMP + "----\n", dir);
    assertThat(book.page().select("#gate svg a").eachAttr("href"))
        .contains("#gate-filter-INPUT", "#gate-filter-INPUT:1", "#gate-filter-web:1")
        .allSatisfy(href -> assertThat(book.page().getElementById(href.substring(1))).isNotNull());
  }

  @Test
  void saysWhatLeadsToAChain(BookLab lab) {
    Converted book = lab.convert("[iptables-save#gate]\n----\n" + DUMP + "----\n", dir);
    Element meta = book.page().getElementById("gate-filter-web").nextElementSibling();
    assertThat(meta.text()).contains("jumped to from INPUT 1");
    assertThat(meta.select("a").attr("href")).isEqualTo("#gate-filter-INPUT:1");
  }

  @Test
  void macroAndBlockShowTheSame(BookLab lab) throws IOException {
    Files.writeString(dir.resolve("gate.txt"), DUMP);
    Converted block = lab.convert("[iptables-save#gate]\n----\ninclude::gate.txt[]\n----\n", dir);
    Converted macro = lab.convert("iptables-save::gate.txt[id=gate]\n", dir);
    assertThat(block.log()).isEmpty();
    assertThat(macro.page().outerHtml()).isEqualTo(block.page().outerHtml());
  }

  @Test
  void directivesInADumpAreText(BookLab lab) throws IOException {
    Files.writeString(dir.resolve("secret.txt"), "-A INPUT -j ACCEPT");
    String hostile =
        """
        *filter
        :INPUT ACCEPT [0:0]
        include::secret.txt[]
        ifdef::nowhere[]
        -A INPUT -m comment --comment "{doctitle} <1>" -j DROP
        COMMIT
        """;
    Files.writeString(dir.resolve("hostile.txt"), hostile);
    for (String body : new String[] {hostile, "include::hostile.txt[]\n"}) {
      Converted book = lab.convert("[iptables-save#h]\n----\n" + body + "----\n\nThe end.\n", dir);
      assertThat(book.errors()).hasSize(2).allMatch(line -> line.contains("[not-a-rule]"));
      assertThat(book.page().select("tr[id]").eachText())
          .singleElement()
          .asString()
          .contains("\"{doctitle} <1>\"")
          .contains("DROP");
      assertThat(book.page().text()).contains("ifdef::nowhere[]").endsWith("The end.");
    }
  }

  @Test
  void directivesInADumpAreTextWhereverItStands(BookLab lab) throws IOException {
    Files.writeString(dir.resolve("secret.txt"), "-A INPUT -j ACCEPT");
    String block =
        "[iptables-save#h]\n----\ninclude::secret.txt[]\nifdef::nowhere[]\n*filter\n"
            + ":INPUT ACCEPT [0:0]\n-A INPUT -j DROP\nCOMMIT\n----\n";
    for (String source :
        new String[] {
          block,
          "== S\n\n" + block,
          "* item\n+\n" + block,
          "====\n" + block + "====\n",
          "Title\n-----\n\n" + block,
          block.replace("#h]\n", "#h]\n// a comment\n\n"),
          "[cols=1a]\n|===\n|\n" + block + "|===\n"
        }) {
      Converted book = lab.convert(source + "\nThe end.\n", dir);
      assertThat(book.errors()).as(source).hasSize(2).allMatch(l -> l.contains("outside-table"));
      assertThat(book.page().getElementById("h-filter-INPUT:1").text()).contains("DROP");
      assertThat(book.page().text()).contains("ifdef::nowhere[]").endsWith("The end.");
    }
  }

  @Test
  void aSampleOfTheSyntaxInAListingIsNoDump(BookLab lab) {
    Converted book =
        lab.convert(
            "------\n[iptables-save#x]\n----\n\\include::x.txt[]\n----\n------\n\nThe end.\n", dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("pre").text().lines())
        .containsExactly("[iptables-save#x]", "----", "include::x.txt[]", "----");
  }

  @Test
  void markupInADumpStaysText(BookLab lab) {
    String comment =
        "<script>alert(1)</script> !include @enduml [[x]] //y// **b** |=== +a+ $1 &amp;";
    Converted book =
        lab.convert(
            "[iptables-save#h]\n----\n*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -m comment --comment \""
                + comment
                + "\" -j ACCEPT\nCOMMIT\n----\n",
            dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("script")).isEmpty();
    assertThat(book.page().getElementById("h-filter-INPUT:1").text()).contains(comment);
    assertThat(book.page().select("#h svg text").text().replaceAll("[\\s\\u00a0]+", " "))
        .contains("<script>alert(1)</script> !include @enduml [[x]] //y//");
  }

  @Test
  void safeModeReadsNoFileOutsideTheBaseDirectory(BookLab lab) throws IOException {
    Path base = Files.createDirectory(dir.resolve("base"));
    Files.writeString(dir.resolve("outside.txt"), DUMP);
    Files.createSymbolicLink(base.resolve("link.txt"), dir.resolve("outside.txt"));
    for (String target : new String[] {"../outside.txt", "link.txt"}) {
      Converted book =
          lab.convert("iptables-save::" + target + "[id=x]\n\nThe end.\n", base, SafeMode.SAFE);
      assertThat(book.errors()).singleElement().asString().contains("[file-not-allowed]");
      assertThat(book.page().text()).doesNotContain("--dport").endsWith("The end.");
    }
  }

  @Test
  void secureModeReadsNoFileAtAll(BookLab lab) throws IOException {
    Files.writeString(dir.resolve("gate.txt"), DUMP);
    Converted book = lab.convert("iptables-save::gate.txt[id=x]\n", dir, SafeMode.SECURE);
    assertThat(book.errors()).singleElement().asString().contains("[file-not-allowed]");
  }

  @Test
  void viewsMayBeLeftOutAndPlacedLater(BookLab lab) {
    Converted book =
        lab.convert(
            "[iptables-save#gate,views=none]\n----\n"
                + DUMP
                + "----\n\nSee <<gate>>.\n\niptables-rules::gate[chain=web]\n\n"
                + "iptables-rules::gate[]\n\nSee rule:INPUT[1].\n",
            dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("svg")).isEmpty();
    assertThat(book.page().select("[id=gate-filter-web:1]")).hasSize(1);
    assertThat(book.page().getElementById("gate")).isNotNull();
  }

  @Test
  void oddNamesOfChainsKeepTheirIds(BookLab lab) {
    for (String name : new String[] {"a--b", "cali-pi-_x9_-", "__x__", "FOO-", "x...y", "*s*"}) {
      Converted book =
          lab.convert(
              "[iptables-save#q]\n----\n*filter\n:INPUT ACCEPT [0:0]\n:"
                  + name
                  + " - [0:0]\n-A INPUT -j "
                  + name
                  + "\n-A "
                  + name
                  + " -j DROP\nCOMMIT\n----\n",
              dir);
      assertThat(book.log()).as(name).isEmpty();
      String id = new Ids("q").rule("filter", name, 1);
      assertThat(book.page().getElementById(id).text())
          .isEqualTo("1 -j DROP Everything that gets here: drop it.");
      assertThat(book.page().select("svg text").eachText()).contains(name);
      assertThat(book.page().select("a[href=#" + id.replace(":1", "") + "]")).isNotEmpty();
    }
  }

  @Test
  void theSourceIsTheDumpAsItStands(BookLab lab) {
    Converted book =
        lab.convert("[iptables-save#g,views=source]\n.D\n----\n" + DUMP + "----\n\n<<g>>\n", dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("#g .title").text()).isEqualTo("D");
    assertThat(book.page().select("#g pre").text()).isEqualTo(DUMP.stripTrailing());
  }

  @Test
  void idsThatDifferLittleHavePicturesOfTheirOwn(BookLab lab) {
    Converted book =
        lab.convert(
            "[iptables-save,id=a.b]\n----\n*nat\n:OUTPUT ACCEPT [0:0]\nCOMMIT\n----\n\n"
                + "[iptables-save#a-b]\n----\n*nat\n:INPUT ACCEPT [0:0]\nCOMMIT\n----\n",
            dir);
    assertThat(book.page().getElementById("a.b").select("svg text").text()).startsWith("OUTPUT");
    assertThat(book.page().getElementById("a-b").select("svg text").text()).startsWith("INPUT");
  }
}
