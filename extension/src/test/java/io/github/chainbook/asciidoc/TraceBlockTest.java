package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.asciidoc.BookLab.Converted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BookLabExtension.class)
class TraceBlockTest {

  private static final String DUMP =
      """
      [iptables-save#gate]
      ----
      *nat
      :PREROUTING ACCEPT [0:0]
      :INPUT ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      :POSTROUTING ACCEPT [0:0]
      :web - [0:0]
      -A PREROUTING -p tcp -j web
      -A web -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
      -A OUTPUT -p tcp -m owner --uid-owner 7 -j REDIRECT --to-ports 9
      COMMIT
      ----

      """;

  private static final String PACKET = "in eth0: tcp 10.0.0.1:4000 > 10.0.0.5:80";

  @TempDir Path dir;

  private static String block(String packets) {
    return "[iptables-trace,gate,addrs=\"eth0=10.0.0.5/24\"]\n.Ends\n----\n" + packets + "\n----\n";
  }

  @Test
  void showsAPacketInARowThatOpensToItsWay(BookLab lab) {
    Converted book = lab.convert(DUMP + block(PACKET + " => REDIRECT :8080"), dir);
    assertThat(book.log()).isEmpty();
    Element table = book.page().getElementById("gate-trace-1");
    assertThat(table.selectFirst("caption").text()).isEqualTo("Table 1. Ends");
    Element row = book.page().getElementById("gate-trace-1-1");
    assertThat(row.tagName()).isEqualTo("tr");
    assertThat(row.children().eachText())
        .containsExactly("1", PACKET, "ACCEPT", "REDIRECT 10.0.0.5:8080 as claimed", "nat web 1");
    assertThat(row.child(4).select("a").attr("href")).isEqualTo("#gate-nat-web:1");
    assertThat(row.select(".cb-verdict.cb-accept").text()).isEqualTo("ACCEPT");
    Element way = row.nextElementSibling().selectFirst("> td > details.chainbook-walk");
    assertThat(way.selectFirst("> summary").text()).isEqualTo("Packet 1: its way, 2 rules matched");
    assertThat(way.select(".cb-hook").eachText()).containsExactly("PREROUTING", "INPUT");
    assertThat(way.select("li li li li").text())
        .isEqualTo(
            "web 1 -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080 destination 10.0.0.5:80 →"
                + " 10.0.0.5:8080");
    assertThat(way.select("a").eachAttr("href"))
        .contains("#gate-nat-PREROUTING:1", "#gate-nat-web:1")
        .allSatisfy(href -> assertThat(book.page().getElementById(href.substring(1))).isNotNull());
  }

  @Test
  void theBooksOwnDumpBearsOutWhatIsKnownOfSidecars(BookLab lab) throws IOException {
    Path dump = Path.of("../content/dumps/fortio-server/iptables-save.txt");
    Files.copy(dump, dir.resolve("sidecar.txt"));
    String packets =
        """
        in eth0: tcp 10.244.1.7:40112 > 10.244.2.5:8080             => REDIRECT 10.244.2.5:15006
        out eth0: tcp 10.244.2.5:50000 > 10.96.14.7:8080 uid 1000   => REDIRECT 127.0.0.1:15001
        out eth0: tcp 10.244.2.5:50001 > 10.244.3.9:8080 uid 1337   => ACCEPT
        out lo: tcp 10.244.2.5:50002 > 10.244.2.5:8080 uid 1337     => REDIRECT :15006
        forward eth0 cali1: udp 10.0.0.1:53 > 10.0.0.2:4000 state ESTABLISHED => ACCEPT
        out eth0: tcp 10.244.2.5:50003 > 10.96.14.7:8080 no-socket  => REDIRECT :15001
        """;
    Converted book =
        lab.convert(
            "iptables-save::sidecar.txt[id=sidecar]\n\n"
                + "[iptables-trace,sidecar,addrs=\"eth0=10.244.2.5/24\"]\n.Where connections end up\n----\n"
                + packets
                + "----\n",
            dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select(".cb-held")).hasSize(6);
  }

  @Test
  void aRowNamesWhatItsPacketMetAsFiguresDo(BookLab lab) {
    Converted book = lab.convert(DUMP + block(PACKET), dir);
    String walk = book.page().getElementById("gate-trace-1-1").attr("data-walk");
    assertThat(walk).isEqualTo("gate-nat-PREROUTING:1 gate-nat-web:1 gate-nat-INPUT");
    for (String id : walk.split(" ")) {
      String part = id.contains(":") ? "data-rule" : "data-chain";
      assertThat(book.page().getElementsByAttributeValue(part, id)).isNotEmpty();
    }
  }

  @Test
  void aRowOfAnUndecidedPacketNamesWhatIsCertain(BookLab lab) {
    String chance =
        DUMP.replace("-A web -p tcp", "-A web -m statistic --mode random --probability 0.5 -p tcp");
    Converted book = lab.convert(chance + block(PACKET), dir);
    Element row = book.page().getElementById("gate-trace-1-1");
    assertThat(row.child(2).text()).isEqualTo("UNDECIDED");
    assertThat(row.attr("data-walk")).isEqualTo("gate-nat-PREROUTING:1");
  }

  @Test
  void proseRefersToPackets(BookLab lab) {
    Converted book =
        lab.convert(
            "See <<gate-trace-1-2>>.\n\n" + DUMP + block("# first\n" + PACKET + "\n\n" + PACKET),
            dir);
    assertThat(book.log()).isEmpty();
    Element link = book.page().selectFirst("a[href=#gate-trace-1-2]");
    assertThat(link.text()).isEqualTo("packet 2");
  }

  @Test
  void macroAndBlockShowTheSame(BookLab lab) {
    Converted block = lab.convert(DUMP + block(PACKET + " => REDIRECT :8080"), dir);
    Converted macro =
        lab.convert(
            DUMP
                + ".Ends\niptables-trace::gate[addrs=\"eth0=10.0.0.5/24\",packet=\""
                + PACKET
                + "\",expect='REDIRECT :8080']\n",
            dir);
    assertThat(macro.log()).isEmpty();
    assertThat(macro.page().outerHtml()).isEqualTo(block.page().outerHtml());
  }

  @Test
  void withoutANameTheNearestRulesetIsMeant(BookLab lab) {
    String other = DUMP.replace("gate", "other").replace("--dport 80", "--dport 81");
    Converted book =
        lab.convert(
            DUMP
                + other
                + "[iptables-trace#t]\n----\n"
                + PACKET
                + "\n----\n\n"
                + "iptables-trace::[packet=\""
                + PACKET
                + "\"]\n",
            dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().getElementById("t-1").child(4).text()).contains("nat PREROUTING 1");
    assertThat(book.page().getElementById("other-trace-1-1")).isNotNull();
  }

  @Test
  void aClaimThatFailsIsAnErrorAtItsLineAndShows(BookLab lab) throws IOException {
    Path file = dir.resolve("book.adoc");
    Files.writeString(file, "= B\n\n== C\n\n" + DUMP + block("\n" + PACKET + " => DROP, REDIRECT"));
    Converted book = lab.convertFile(file.toFile());
    assertThat(book.log())
        .singleElement()
        .asString()
        .startsWith(
            "ERROR book.adoc:23 column 45: claimed DROP, found ACCEPT (REDIRECT 10.0.0.5:8080): ")
        .contains("nat PREROUTING 1, web 1 (destination")
        .endsWith("[claim-fails]");
    assertThat(book.page().select(".cb-failed").text()).isEqualTo("not as claimed: DROP");
  }

  @Test
  void aMacrosErrorsPointIntoItsLine(BookLab lab) throws IOException {
    Path file = dir.resolve("book.adoc");
    Files.writeString(
        file,
        "= B\n\n== C\n\n"
            + DUMP
            + "iptables-trace::gate[packet=\"in eth0: tpc 10.0.0.1 > 10.0.0.2\",expect=\"ACEPT\"]\n");
    assertThat(lab.convertFile(file.toFile()).log())
        .satisfiesExactly(
            one -> assertThat(one).startsWith("ERROR book.adoc:19 column 39: expected a protocol"),
            two -> assertThat(two).startsWith("ERROR book.adoc:19 column 72: expected a claim"));
  }

  @Test
  void packetsMayStandInAFile(BookLab lab) throws IOException {
    Files.writeString(dir.resolve("p.txt"), "# packets\n" + PACKET + " => DROP\n");
    Converted book = lab.convert(DUMP + block("include::p.txt[]"), dir);
    assertThat(book.log()).singleElement().asString().startsWith("ERROR p.txt:2 column 45:");
  }

  @Test
  void whatIsNotKnownForksAndIsSaid(BookLab lab) {
    Converted book =
        lab.convert(DUMP + block("out eth0: tcp 10.0.0.5:4000 > 10.9.9.9:80 => ACCEPT"), dir);
    assertThat(book.log()).isEmpty();
    Element row = book.page().getElementById("gate-trace-1-1");
    assertThat(row.child(2).text()).isEqualTo("UNDECIDED");
    assertThat(row.child(3).text())
        .isEqualTo("perhaps ACCEPT, REDIRECT 127.0.0.1:9 perhaps ACCEPT, unchanged as claimed");
    assertThat(row.nextElementSibling().select(".cb-branches > ul > li > p").eachText())
        .containsExactly(
            "if -m owner --uid-owner 7 holds: ACCEPT, REDIRECT 127.0.0.1:9",
            "if -m owner --uid-owner 7 does not hold: ACCEPT, unchanged");
  }

  @Test
  void rulesThatDoNotMatchAreShownWhereTheyAreAskedFor(BookLab lab) {
    String block = block("in eth0: tcp 10.0.0.1:4000 > 10.0.0.5:81");
    String all = block.replace("gate,", "gate,rules=all,");
    Element way = lab.convert(DUMP + all, dir).page().selectFirst("details.chainbook-walk");
    assertThat(way.select("li li > p").eachText())
        .containsSubsequence(
            "PREROUTING 1 -p tcp -j web",
            "web 1 -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080 does not match",
            "end of web, back to its caller",
            "policy of PREROUTING: ACCEPT");
    assertThat(lab.convert(DUMP + block, dir).page().select(".cb-missed")).isEmpty();
    assertThat(lab.convert(DUMP + block.replace("gate,", "gate,rules=al,"), dir).errors())
        .singleElement()
        .asString()
        .contains("did you mean all?");
  }

  @Test
  void setsComeFromAFile(BookLab lab) throws IOException {
    Files.writeString(
        dir.resolve("sets.txt"), "create good hash:ip family inet\nadd good 10.0.0.1\n");
    String dump =
        "[iptables-save#s]\n----\n*filter\n:INPUT DROP [0:0]\n"
            + "-A INPUT -m set --match-set good src -j ACCEPT\nCOMMIT\n----\n\n";
    String packets =
        "----\n" + PACKET + " => ACCEPT\n" + PACKET.replace("0.1:", "0.2:") + " => DROP\n----\n";
    String known = "[iptables-trace,s,sets=sets.txt]\n";
    assertThat(lab.convert(dump + known + packets, dir).log()).isEmpty();
    String unknown = "[iptables-trace,s]\n";
    assertThat(lab.convert(dump + unknown + packets, dir).errors())
        .hasSize(2)
        .allMatch(line -> line.contains("it depends: if ") && line.contains("[claim-fails]"));
    Files.writeString(dir.resolve("sets.txt"), "nonsense\n");
    assertThat(lab.convert(dump + known + packets, dir).errors())
        .first()
        .asString()
        .startsWith("ERROR sets.txt:1 ")
        .endsWith("[bad-set]");
  }

  @Test
  void ofADamagedDumpWhatCouldBeReadIsTraced(BookLab lab) {
    String damaged = DUMP.replace("COMMIT", "-A web -j NOWHERE\nCOMMIT");
    Converted book = lab.convert(damaged + block(PACKET), dir);
    assertThat(book.errors()).hasSize(1);
    assertThat(book.page().text())
        .contains("The dump of ruleset gate could not be read as it stands; packets are traced");
    assertThat(book.page().getElementById("gate-trace-1-1")).isNotNull();
  }

  @Test
  void markupInNamesAndCommentsStaysText(BookLab lab) {
    for (String name : new String[] {"a--b", "__x__", "<b>x</b>", "*s*", "x|y", "{doctitle}"}) {
      String comment = "<script>alert(1)</script> |=== ==== **b** [[x]] {doctitle} cb-link:0[x]";
      String dump =
          "[iptables-save#q]\n----\n*filter\n:INPUT ACCEPT [0:0]\n:"
              + name
              + " - [0:0]\n-A INPUT -m comment --comment \""
              + comment
              + "\" -j "
              + name
              + "\n-A "
              + name
              + " -j DROP\nCOMMIT\n----\n\n";
      Converted book =
          lab.convert(
              dump
                  + "[iptables-trace,q]\n----\n"
                  + PACKET
                  + " => DROP by \""
                  + name
                  + "\" 1\n----\n",
              dir);
      assertThat(book.log()).as(name).isEmpty();
      Element way = book.page().selectFirst("details.chainbook-walk");
      assertThat(way.text()).contains(comment).contains(name + " 1 -j DROP");
      assertThat(book.page().select("script, b")).isEmpty();
      assertThat(book.page().getElementById("q-trace-1-1").text())
          .contains("filter " + name + " 1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [iptables-trace,gate]\\n----\\n----                            | no-packets
          [iptables-trace,gate]\\n----\\n# none\\n----                   | no-packets
          [iptables-trace,gate]\\n----\\nin eth0\\n----                  | bad-packet
          [iptables-trace,gate]\\n----\\ninclude::gone.txt[]\\n----      | missing-file
          [iptables-trace,gate]\\n----\\nin eth0: tcp 1.1.1.1 > 1.1.1.2 => X\\n---- | bad-claim
          [iptables-trace,gate]\\n----\\nin eth0: tcp ::1 > ::2\\n----   | other-family-packet
          [iptables-trace,gte]\\n----\\nin eth0: tcp 1.1.1.1 > 1.1.1.2\\n---- | did you mean gate?
          [iptables-trace,gate]\\nin eth0: tcp 1.1.1.1 > 1.1.1.2        | missing-delimiters
          [iptables-trace,gate,addrs=x]\\n----\\nin eth0: tcp 1.1.1.1 > 1.1.1.2\\n---- | bad-attribute
          [iptables-trace,gate,adrs=x]\\n----\\nin eth0: tcp 1.1.1.1 > 1.1.1.2\\n---- | did you mean addrs?
          [iptables-trace,gate,backend=nftt]\\n----\\nin eth0: tcp 1.1.1.1 > 1.1.1.2\\n---- | did you mean nft?
          [iptables-trace,gate,id=gate]\\n----\\nin eth0: tcp 1.1.1.1 > 1.1.1.2\\n---- | id-taken
          iptables-trace::gate[]                                        | bad-attribute
          iptables-trace::nowhere[packet="in eth0: tcp 1.1.1.1 > 1.1.1.2"] | unknown-ruleset
          """)
  void isOneClearErrorAndTheRestRenders(String source, String code, BookLab lab) {
    Converted book = lab.convert(DUMP + source.replace("\\n", "\n") + "\n\nThe end.\n", dir);
    assertThat(book.log()).singleElement().asString().startsWith("ERROR").contains(code);
    assertThat(book.page().text()).endsWith("The end.");
  }
}
