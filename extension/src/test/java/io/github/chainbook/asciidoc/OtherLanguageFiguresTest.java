package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.asciidoc.BookLab.Converted;
import io.github.chainbook.figure.Selection;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.words.EnglishWords;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.PseudoLanguage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Figures, and the page of a dump, in a language of which no word is English. */
@ExtendWith(BookLabExtension.class)
class OtherLanguageFiguresTest {

  private static final String DUMP =
      """
      *raw
      :PREROUTING ACCEPT [0:0]
      COMMIT
      *nat
      :PREROUTING ACCEPT [0:0]
      :INPUT ACCEPT [0:0]
      :WEB - [0:0]
      :BARE - [0:0]
      -A PREROUTING -p tcp -j WEB
      -A WEB -p tcp -m tcp --dport 81 -m statistic --mode random --probability 0.5 -j RETURN
      -A WEB -p tcp -m tcp --dport 80:81 -j REDIRECT --to-ports 8081
      -A WEB -j LOG
      COMMIT
      *filter
      :INPUT DROP [0:0]
      :FORWARD DROP [0:0]
      :OUTPUT ACCEPT [0:0]
      :U - [0:0]
      :ALONE - [0:0]
      -A INPUT -s 10.0.0.9/32 -g U
      -A INPUT -s 10.0.0.10/32 -g U
      -A INPUT -s 10.0.0.11/32 -j ALONE
      -A INPUT -j U
      -A U
      -A U -p udp -j DROP
      -A U -p tcp -m tcp --dport 22 -j DROP
      -A U -p tcp -m tcp --dport 8081 -m mark ! --mark 1 -j ACCEPT
      -A ALONE -j ACCEPT
      COMMIT
      """;

  /** Names of hooks, tables and verdicts, of the language of packets, and Asciidoctor's words. */
  private static final String NAMES =
      """
      PREROUTING INPUT FORWARD OUTPUT POSTROUTING raw mangle nat filter security conntrack netfilter
      ACCEPT DROP REJECT UNDECIDED in out eth0 eth1 lo forward tcp udp state NEW flags SYN mark 0x0 uid gid ttl tos Figure Table IPv4
      """;

  private static final String PACKET = "in eth0: tcp 10.0.0.1:4000 > 10.0.0.5:";

  @TempDir Path dir;

  @BeforeAll
  static void install() {
    PseudoLanguage.install();
  }

  private Element page(BookLab lab, String macros) {
    Converted book =
        lab.convert(
            ":lang: "
                + PseudoLanguage.NAME
                + "\n\n[iptables-save#t,views=none]\n----\n"
                + DUMP
                + "----\n\n"
                + macros
                + "\n",
            dir);
    assertThat(book.errors()).allMatch(line -> line.endsWith("[flow-ends]"));
    return book.page().body();
  }

  private static final List<String> MACROS =
      List.of(
          "chains::t[]",
          "chains::t[collapse=all]",
          "chains::t[renderer=plantuml]",
          "chains::t[packet=\"" + PACKET + "81\",addrs=\"eth0=10.0.0.5/24\"]",
          "chains::t[packet=\"" + PACKET + "22\",addrs=\"eth0=10.0.0.5/24\",rules=all]",
          "chains::t[table=raw,packet=\"out eth0: tcp 10.0.0.5:80 > 10.0.0.1:4000\"]",
          "hooks::t[]",
          "hooks::t[packet=\"" + PACKET + "81\",addrs=\"eth0=10.0.0.5/24\"]",
          "flowchart::t[table=nat,chain=WEB]",
          "flowchart::t[table=filter,chain=U]");

  @Test
  void figuresSayNothingInEnglish(BookLab lab) {
    for (String macro : MACROS) {
      Element page = page(lab, "iptables-" + macro);
      assertThat(page.text()).as(macro).isNotEmpty();
      assertThat(EnglishWords.in(page, DUMP + NAMES)).as(macro).isEmpty();
    }
  }

  private static final String TOPOLOGY =
      """
      network-namespaces:
        client:
          kind: pod
          interfaces: { eth0: 10.0.0.1/24 }
          processes: { curl: { uid: 0 } }
        shop:
          kind: host
          interfaces: { eth0: 10.0.0.5/24 }
          ruleset: t
          processes:
            app: { uid: 1000, listens: [ 8080, 9090 ] }
            envoy:
              uid: 1337
              listens: [ 8081 ]
              proxies: [ { from: 8081, to: original-destination, source: 127.0.0.6 } ]
        idle:
          interfaces: { eth0: 10.0.0.9/24, eth1: 10.9.0.9/24 }
        other:
          interfaces: { eth1: 10.9.0.8/24 }
      links:
        - { label: lan, ends: [ client/eth0, shop/eth0, idle/eth0 ] }
        - { ends: [ idle/eth1, other/eth1 ] }
      services:
        web: { address: 10.0.7.7, endpoints: [ shop ] }
      flows:
        - client/curl -> shop:80
        - client/curl -> shop:81
        - client/curl -> shop:22
        - client/curl -> web:9090
      """;

  @Test
  void topologiesSayNothingInEnglish(BookLab lab) {
    for (String views : List.of("\"deployment,sequence,steps\"", "deployment,renderer=plantuml")) {
      String block = "[topology#net,views=" + views + "]\n----\n";
      Element page =
          page(
              lab, block + TOPOLOGY + "----\n\n" + "topology-flow::net[flow=2,views=deployment]\n");
      assertThat(page.select("svg")).isNotEmpty();
      assertThat(EnglishWords.in(page, DUMP + TOPOLOGY + NAMES)).as(views).isEmpty();
    }
  }

  @Test
  void thePageOfADumpSaysNothingInEnglish() {
    Reading reading = new RulesetReader().read(SourceText.of("d", DUMP), Optional.empty());
    Messages words = Messages.of(PseudoLanguage.NAME);
    Element page = Jsoup.parse(DumpDocument.of(reading, Selection.ALL, words)).body();
    assertThat(page.select("svg")).isNotEmpty();
    assertThat(EnglishWords.in(page, DUMP + NAMES)).isEmpty();
  }
}
