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
class ReferenceTest {

  private static final String BOOK =
      """
      [iptables-save#one]
      ----
      *nat
      :OUTPUT ACCEPT [0:0]
      :ONE_out - [0:0]
      -A OUTPUT -p tcp -j ONE_out
      -A ONE_out -d 127.0.0.1/32 -o lo -m owner --uid-owner 1337 -j RETURN
      -A ONE_out ! -d 127.0.0.1/32 -o lo -m owner --uid-owner 1337 -j RETURN
      -A ONE_out -m comment --comment "it's -> a -- __b__" -j RETURN
      COMMIT
      *filter
      :OUTPUT ACCEPT [0:0]
      -A OUTPUT -j DROP
      COMMIT
      ----

      [iptables-save#two]
      ----
      *nat
      :OUTPUT ACCEPT [0:0]
      -A OUTPUT -p udp -j ACCEPT
      COMMIT
      ----

      """;

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          chain:ONE_out[]                                         | one-nat-ONE_out
          chain:one/ONE_out[]                                     | one-nat-ONE_out
          chain:one/nat/OUTPUT[]                                  | one-nat-OUTPUT
          chain:nat/OUTPUT[]                                      | two-nat-OUTPUT
          chain:OUTPUT[]                                          | two-nat-OUTPUT
          rule:OUTPUT[1]                                          | two-nat-OUTPUT:1
          rule:ONE_out[2]                                         | one-nat-ONE_out:2
          rule:ONE_out[-d 127.0.0.1/32]                           | one-nat-ONE_out:1
          rule:ONE_out[! -d 127.0.0.1 --uid-owner 1337]           | one-nat-ONE_out:2
          rule:ONE_out[-j RETURN -o lo ! --destination 127.0.0.1] | one-nat-ONE_out:2
          rule:ONE_out[--comment "it's -> a -- __b__"]            | one-nat-ONE_out:3
          rule:one/filter/OUTPUT[-j DROP]                         | one-filter-OUTPUT:1
          """)
  void becomesALink(String reference, String id, BookLab lab) {
    Converted book = lab.convert(BOOK + "See " + reference + ".\n", dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("a.chainbook-ref").eachAttr("href")).containsExactly("#" + id);
    assertThat(book.page().getElementById(id)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          chain:ONE_uot[]               | did you mean ONE_out?
          chain:one/OUTPUT[]            | several chains are called one/OUTPUT: one/nat/OUTPUT, one/filter/OUTPUT
          chain:three/OUTPUT[]          | there is no ruleset 'three'
          rule:ONE_out[9]               | no rule of ONE_out is '9'; it has 1 (-d 127.0.0.1/32
          rule:ONE_out[--uid-owner 1337]| several rules are '--uid-owner 1337': one/nat/ONE_out 1, one/nat/ONE_out 2
          rule:ONE_out[! -o lo]         | no rule of ONE_out is '! -o lo'
          rule:ONE_out[]                | expected a rule's number
          """)
  void thatNamesNothingOrTooMuchIsAnErrorAtItsLine(String reference, String message, BookLab lab)
      throws IOException {
    Path file = dir.resolve("book.adoc");
    Files.writeString(file, BOOK + "First line.\nSecond: " + reference + "\n");
    int line = (int) BOOK.lines().count() + 2;
    assertThat(lab.convertFile(file.toFile()).log())
        .singleElement()
        .asString()
        .startsWith("ERROR book.adoc:" + line + " ")
        .contains(message)
        .contains(reference);
  }

  @Test
  void toWhatNoViewShowsIsAnError(BookLab lab) {
    String hidden = BOOK.replace("[iptables-save#two]", "[iptables-save#two,views=diagram]");
    assertThat(lab.convert(hidden + "See rule:two/OUTPUT[1].\n", dir).errors())
        .singleElement()
        .asString()
        .contains("no view shows rule two/nat/OUTPUT 1");
  }

  @Test
  void needsALeftBoundary(BookLab lab) {
    Converted book =
        lab.convert(BOOK + "toolchain:gcc[x] and \\chain:OUTPUT[] and `+rule:X[1]+`\n", dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().text()).endsWith("toolchain:gcc[x] and chain:OUTPUT[] and rule:X[1]");
  }

  @Test
  void standsInListsTablesAndTitlesOfBlocksToo(BookLab lab) {
    Converted book =
        lab.convert(
            BOOK
                + "* rule:OUTPUT[1]\n\nterm:: rule:OUTPUT[1]\n\n|===\n|rule:OUTPUT[1] a|rule:OUTPUT[1]\n"
                + "|===\n\n.A title with rule:OUTPUT[1]\n----\nx\n----\n",
            dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("a.chainbook-ref")).hasSize(5);
  }

  @Test
  void anchorsAreTheContracts(BookLab lab) {
    Converted book =
        lab.convert(BOOK + "<<one-nat-ONE_out:2>> <<one-nat>> <<one>> <<one-nat-OUTPUT>>\n", dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("p").last().text())
        .isEqualTo("ONE_out rule 2 table nat Chains of table nat OUTPUT");
  }

  @Test
  void chainsAndRulesSayWhereTheyAreMentioned(BookLab lab) {
    Converted book =
        lab.convert(
            "== First\n\n"
                + BOOK
                + "== Second & *last*\n\nSee rule:OUTPUT[1], rule:OUTPUT[1] and chain:ONE_out[].\n",
            dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("[id=two-nat-OUTPUT:1] .cb-mentions").text())
        .isEqualTo("mentioned in Second & last");
    String link = book.page().select("[id=two-nat-OUTPUT:1] .cb-mentions a").attr("href");
    assertThat(book.page().getElementById(link.substring(1)).attr("href"))
        .isEqualTo("#two-nat-OUTPUT:1");
    assertThat(book.page().getElementById("one-nat-ONE_out").nextElementSibling().text())
        .endsWith("mentioned in Second & last");
    assertThat(book.page().select(".cb-mentions, .cb-pill:contains(mentioned)")).hasSize(2);
  }

  @Test
  void meansTheNearestRulesetInTheCellsOfATableToo(BookLab lab) {
    String again =
        BOOK.replace(
            "[iptables-save#two]",
            "[cols=1a]\n|===\n|rule:OUTPUT[-p tcp]\n|===\n\n[iptables-save#two]");
    Converted book = lab.convert(again, dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("a.chainbook-ref").attr("href")).isEqualTo("#one-nat-OUTPUT:1");
  }

  @Test
  void aboveAnyRulesetANameThatSeveralBearIsAnError(BookLab lab) {
    assertThat(lab.convert("See chain:OUTPUT[].\n\n" + BOOK, dir).errors())
        .singleElement()
        .asString()
        .contains("several chains are called OUTPUT");
  }

  @Test
  void aFragmentMayGoOverTwoLines(BookLab lab) {
    Converted book =
        lab.convert(BOOK + "See rule:ONE_out[! -d 127.0.0.1\n--uid-owner 1337].\n", dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().select("a.chainbook-ref")).hasSize(1);
  }

  @Test
  void inATitleOfASectionIsAnError(BookLab lab) {
    assertThat(lab.convert(BOOK + "== About chain:OUTPUT[]\n\nx\n", dir).errors())
        .singleElement()
        .asString()
        .contains("not in section titles");
  }

  @Test
  void errorsInTablesAndTitlesHaveTheirLines(BookLab lab) throws IOException {
    Path file = dir.resolve("book.adoc");
    int line = (int) BOOK.lines().count();
    Files.writeString(file, BOOK + "|===\n|a\n\n|chain:nope[]\n|===\n\nt:: d\nu:: chain:no[]\n");
    assertThat(lab.convertFile(file.toFile()).log())
        .extracting(l -> l.split(" ")[1])
        .containsExactly("book.adoc:" + (line + 4), "book.adoc:" + (line + 8));
    Files.writeString(
        file, BOOK.replace("[iptables-save#two]", "[iptables-save#two]\n.Of chain:nope[]"));
    assertThat(lab.convertFile(file.toFile()).log())
        .singleElement()
        .asString()
        .startsWith("ERROR book.adoc:18 ");
  }

  @Test
  void sectionsOfOneTitleAreToldApartAndFootnotesBelongToTheirMark(BookLab lab) {
    Converted book =
        lab.convert(
            BOOK
                + "== Same\n\nchain:OUTPUT[]\n\n[.wide]\n== Same\n\nchain:OUTPUT[]\n\n"
                + "== Note\n\nHere.footnote:[See chain:OUTPUT[]]\n",
            dir);
    assertThat(book.log()).isEmpty();
    Element pill = book.page().getElementById("two-nat-OUTPUT").nextElementSibling();
    assertThat(pill.text()).endsWith("mentioned in Same, Same, Note");
    assertThat(pill.select("a").last().attr("href")).startsWith("#_footnoteref_");
  }
}
