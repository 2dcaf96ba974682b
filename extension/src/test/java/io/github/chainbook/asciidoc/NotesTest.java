package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.asciidoc.BookLab.Converted;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BookLabExtension.class)
class NotesTest {

  private static final String DUMP =
      """
      [iptables-save#gate,views=none,notes=none]
      ----
      *filter
      :INPUT ACCEPT [0:0]
      :web - [0:0]
      -A INPUT -p tcp -m tcp --dport 80 -j web
      -A INPUT -p tcp -m tcp --dport 443 -j web
      -A INPUT -d 127.0.0.1/32 -j ACCEPT
      -A INPUT ! -d 127.0.0.1/32 -m comment --comment "a | b" -j DROP
      -A web -j ACCEPT
      COMMIT
      ----

      """;

  private static final String TABLE = "\niptables-rules::gate[]\n";

  @TempDir Path dir;

  private Converted convert(BookLab lab, String notes) {
    return lab.convert(DUMP + "[iptables-notes,gate]\n--\n" + notes + "\n--\n" + TABLE, dir);
  }

  private static Element note(Converted book, String id) {
    return book.page().getElementById(id).selectFirst(".cb-author dd");
  }

  @Test
  void aNoteStandsInTheRowOfItsRuleAndNowhereElse(BookLab lab) {
    Converted book = convert(lab, "INPUT 1:: Plain web.\nINPUT `-d 127.0.0.1`:: From here.");
    assertThat(book.log()).isEmpty();
    assertThat(note(book, "gate-filter-INPUT:1").text()).isEqualTo("Plain web.");
    assertThat(note(book, "gate-filter-INPUT:3").text()).isEqualTo("From here.");
    assertThat(book.page().select(".cb-author")).hasSize(2);
    assertThat(book.page().text()).containsOnlyOnce("Plain web.");
  }

  @Test
  void aNoteMayHoldWhateverAsciiDocCan(BookLab lab) {
    Converted book =
        convert(
            lab,
            """
            INPUT 4:: *Bold*, `a | b`, see rule:INPUT[1] and <<gate-filter-web>>, {empty}done.
            +
            !===
            ! x ! y
            !===
            +
            * one
            * two
            +
            ----
            INPUT 1:: no note
            ----
            INPUT 1:: Next.""");
    assertThat(book.log()).isEmpty();
    Element note = note(book, "gate-filter-INPUT:4");
    assertThat(note.select("strong").text()).isEqualTo("Bold");
    assertThat(note.select("a").eachAttr("href"))
        .containsExactly("#gate-filter-INPUT:1", "#gate-filter-web");
    assertThat(note.select("table td").eachText()).containsExactly("x", "y");
    assertThat(note.select("li > p").eachText()).containsExactly("one", "two");
    assertThat(note.select("pre").text()).isEqualTo("INPUT 1:: no note");
    assertThat(note(book, "gate-filter-INPUT:1").text()).isEqualTo("Next.");
    assertThat(book.page().select("table.chainbook-rules").first().select("> tbody > tr"))
        .hasSize(4);
  }

  @Test
  void severalNotesOnARuleAreAllShownInOrder(BookLab lab) {
    Converted book = convert(lab, "INPUT 1:: A.\nfilter/INPUT `--dport 80`:: B.");
    assertThat(book.log()).isEmpty();
    assertThat(book.page().getElementById("gate-filter-INPUT:1").select(".cb-author dd").eachText())
        .containsExactly("A.", "B.");
  }

  @Test
  void aNoteOnAChainStandsAtItsHead(BookLab lab) {
    Converted book = convert(lab, "web:: For all the web.");
    assertThat(book.log()).isEmpty();
    Element head = book.page().getElementById("gate-filter-web").nextElementSibling();
    assertThat(head.className()).contains("chainbook-meta");
    assertThat(head.nextElementSibling().text()).isEqualTo("Note For all the web.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          INPUT 9:: x                   | 18 | no rule of INPUT is '9'; it has 1 (
          INPUT `-d 10.0.0.1`:: x       | 18 | no rule of INPUT is '-d 10.0.0.1'
          INPUT `-p tcp`:: x            | 18 | several rules are '-p tcp': gate/filter/INPUT 1, gate/filter/INPUT 2
          INPT 1:: x                    | 18 | there is no chain INPT; did you mean INPUT?
          nat/INPUT 1:: x               | 18 | there is no chain INPUT
          other/INPUT 1:: x             | 18 | expected [table/]chain of ruleset 'gate', found 'other/INPUT'
          INPUT 1::                     | 18 | INPUT 1: expected words behind ::
          nothing here                  | 18 | expected a note for each rule
          INPUT 1:: see rule:INPUT[77]  | 18 | rule:INPUT[77]: no rule of INPUT is '77'
          """)
  void whatIsWrongWithANoteIsSaidAtItsLine(String note, int line, String message, BookLab lab) {
    Converted book = convert(lab, "\n// a comment\n" + note + "\n\nINPUT 2:: Fine.");
    assertThat(book.errors()).singleElement().asString().contains(":" + line + " ", message);
    assertThat(note(book, "gate-filter-INPUT:2").text()).isEqualTo("Fine.");
  }

  @Test
  void aBlockWithoutItsLinesIsAnError(BookLab lab) {
    for (String text : List.of("INPUT 1:: x", "words alone")) {
      Converted book = lab.convert(DUMP + "[iptables-notes,gate]\n" + text + "\n" + TABLE, dir);
      assertThat(book.errors())
          .singleElement()
          .asString()
          .contains("expected the notes between two lines of --");
    }
  }

  @Test
  void aRulesetThatIsNotThereIsAnError(BookLab lab) {
    Converted book = lab.convert(DUMP + "[iptables-notes,gat]\n--\nINPUT 1:: x\n--\n", dir);
    assertThat(book.errors()).singleElement().asString().contains("'gat'", "did you mean gate?");
  }

  @Test
  void notesBelowTheTableAreAnError(BookLab lab) {
    Converted book =
        lab.convert(DUMP + TABLE + "\n[iptables-notes,gate]\n--\nINPUT 1:: x\n--\n" + TABLE, dir);
    assertThat(book.errors())
        .singleElement()
        .asString()
        .contains("must stand above the first rule table of ruleset 'gate'", "line 15");
  }

  @Test
  void aNoteThatNoTableShowsIsAnError(BookLab lab) {
    Converted book =
        lab.convert(
            DUMP
                + "[iptables-notes,gate]\n--\nweb 1:: x\n--\n\niptables-rules::gate[chain=INPUT]\n",
            dir);
    assertThat(book.errors()).singleElement().asString().contains("no rule table shows web 1");
  }
}
