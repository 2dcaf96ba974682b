package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.asciidoc.BookLab.Converted;
import io.github.chainbook.words.EnglishWords;
import io.github.chainbook.words.PseudoLanguage;
import java.nio.file.Path;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another language is one file: in a book of the pseudo-language no word of English stands in what
 * is generated, but what the dump and the author say.
 */
@ExtendWith(BookLabExtension.class)
class OtherLanguageTest {

  /**
   * All forms of runs, chains of every kind, counters that are never, small, shares of both kinds.
   */
  private static final String DUMP =
      """
      *nat
      :PREROUTING ACCEPT [7:70]
      :OUTPUT DROP [0:0]
      :ALONE - [0:0]
      :GONE - [0:0]
      :BARE - [0:0]
      :WEB - [0:0]
      [5:50] -A PREROUTING
      [5000:1] -A PREROUTING -p tcp -m tcp --dport 80 -j WEB
      [1:50] -A PREROUTING -p tcp -m tcp ! --dport 443 -g GONE
      [0:0] -A OUTPUT -j WEB
      [9:1] -A GONE -j RETURN
      [9:1] -A ALONE -j ACCEPT
      COMMIT
      *filter
      :INPUT ACCEPT [0:0]
      :ONE - [0:0]
      :TWO - [0:0]
      """
          + rules("-A INPUT -p tcp -m tcp --dport %d -j ONE\n")
          + rules("-A ONE -j TWO\n-A ONE -s 10.0.0.%d/32 -m mark --mark %d -j ACCEPT\n")
          + rules("-A TWO -j ACCEPT\n")
          + "COMMIT\n";

  @TempDir Path dir;

  private static String rules(String form) {
    StringBuilder rules = new StringBuilder();
    for (int i = 1; i <= 12; i++) {
      rules.append(form.replace("%d", String.valueOf(i)));
    }
    return rules.toString();
  }

  @BeforeAll
  static void install() {
    PseudoLanguage.install();
  }

  @Test
  void ruleTablesSayNothingInEnglish(BookLab lab) {
    Converted book =
        lab.convert(
            ":lang: "
                + PseudoLanguage.NAME
                + "\n\n== 1\n\nchain:nat/WEB[] rule:nat/PREROUTING[2]\n\n"
                + "[iptables-save#t,views=rules,notes=none]\n----\n"
                + DUMP
                + "----\n\n[iptables-notes,t]\n----\nnat/WEB:: 2\nnat/PREROUTING 1:: 3\n----\n",
            dir);
    assertThat(book.log()).isEmpty();
    Element page = book.page().body();
    assertThat(page.select("details.chainbook-run")).hasSize(3);
    assertThat(page.select("p.cb-mentions, .cb-author, .chainbook-links, .cb-share")).isNotEmpty();
    assertThat(EnglishWords.in(page, DUMP)).isEmpty();
  }

  /** Words of hooks, verdicts and of the language of packets, and Asciidoctor's for a caption. */
  private static final String OF_PACKETS =
      """
      PREROUTING INPUT FORWARD OUTPUT POSTROUTING nat filter ACCEPT DROP REJECT UNDECIDED
      in out state NEW uid mark connmark flags SYN not known tcp port unreachable icmp
      eth0 lo eth1 Table
      """;

  @Test
  void tracesSayNothingInEnglish(BookLab lab) {
    String dump =
        """
        *nat
        :PREROUTING ACCEPT [0:0]
        -A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.5:8080
        COMMIT
        *filter
        :INPUT DROP [0:0]
        :FORWARD ACCEPT [0:0]
        :OUTPUT ACCEPT [0:0]
        :U - [0:0]
        -A INPUT -p tcp -m tcp --dport 22 -m limit --limit 1/sec -j ACCEPT
        -A INPUT -p tcp -m tcp --dport 23 -m statistic --mode random --probability 0.5 -j U
        -A INPUT -p tcp -m tcp --dport 23 -m statistic --mode random --probability 0.123 -j ACCEPT
        -A INPUT -p tcp -m tcp --dport 24 -j REJECT --reject-with icmp-port-unreachable
        -A INPUT
        -A U -p udp -j DROP
        -A FORWARD -d 10.0.0.5/32 -j MARK --set-xmark 0x1/0xffffffff
        -A OUTPUT -d 10.0.0.6/32 -j DROP
        COMMIT
        """;
    String packets =
        """
        in eth0: tcp 10.0.0.1:1000 > 10.0.0.9:22
        in eth0: tcp 10.0.0.1:1000 > 10.0.0.9:23
        in eth0: tcp 10.0.0.1:1000 > 10.0.0.9:24 => REJECT
        in eth0: tcp 10.0.0.1:1000 > 10.0.0.9:25 => ACCEPT
        in eth0: tcp 10.0.0.1:1000 > 10.0.0.9:80
        out eth0: tcp 10.0.0.9:1000 > 10.0.0.6:80
        forward eth0 eth1: tcp 10.0.0.1:1000 > 10.0.0.5:25
        """;
    Converted book =
        lab.convert(
            ":lang: "
                + PseudoLanguage.NAME
                + "\n\n[iptables-save#t,views=none]\n----\n"
                + dump
                + "----\n\n[iptables-trace,t,rules=all,addrs=\"eth0=10.0.0.9/24\"]\n----\n"
                + packets
                + "----\n",
            dir);
    assertThat(book.errors()).singleElement().asString().contains("claim-fails");
    Element page = book.page().body();
    assertThat(page.select(".cb-branches, .cb-missed, .cb-held, .cb-change")).isNotEmpty();
    assertThat(EnglishWords.in(page, dump + packets + OF_PACKETS)).isEmpty();
  }
}
