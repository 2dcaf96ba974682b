package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.asciidoc.BookLab.Converted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BookLabExtension.class)
class BadInputTest {

  private static final String DAMAGED =
      """
      *nat
      :PREROUTING ACCEPT [4:240]
      :INPUT ACCEPT [4:240]
      :OUTPUT ACCEPT [2:120]
      :later acept [2:120] :doorway
      :gate - [0:0] :gate_in - [0:0
      :GATE_IN - [0:0] :GATE_OUT - [0:0
      :GATE_OUT - [0:0] :GATE_IN - [0:0] :GATE_TO - [0
      :GATE_TO - [0:0] :GATE_TO - [0:0]
      -A PREROUTING -p tcp -j GATE
      -A OUTPUT -p tcp -j GATE_OUT
      -A GATE -p tcp -j GATE_IN
      -A GATE_OUT -j GATE_TO
      COMMIT
      """;

  @TempDir Path dir;

  @Test
  void aDamagedDumpIsSixErrorsAtTheLinesOfItsFile(BookLab lab) throws IOException {
    Files.createDirectory(dir.resolve("dumps"));
    Files.writeString(dir.resolve("dumps/damaged.txt"), DAMAGED);
    Path book = dir.resolve("book.adoc");
    Files.writeString(
        book, "= B\n\n== C\n\n[iptables-save#d]\n----\ninclude::dumps/damaged.txt[]\n----\n");
    Converted converted = lab.convertFile(book.toFile());
    assertThat(converted.log())
        .extracting(line -> line.split(" ")[0] + " " + line.split(" ")[1])
        .containsExactly(
            "ERROR dumps/damaged.txt:5",
            "ERROR dumps/damaged.txt:6",
            "ERROR dumps/damaged.txt:7",
            "ERROR dumps/damaged.txt:8",
            "ERROR dumps/damaged.txt:9",
            "ERROR dumps/damaged.txt:10");
    assertThat(converted.log().get(5)).contains("column 25: chain GATE ").contains("gate?");
    assertThat(converted.page().select(".chainbook-errors li")).hasSizeGreaterThan(5);
    assertThat(converted.page().getElementById("d-nat-GATE_OUT:1")).isNotNull();
  }

  @Test
  void aDamagedDumpInTheChapterHasTheChaptersLines(BookLab lab) throws IOException {
    Path book = dir.resolve("book.adoc");
    Files.writeString(book, "= B\n\n== C\n\n[iptables-save#d]\n----\n" + DAMAGED + "----\n");
    assertThat(lab.convertFile(book.toFile()).log())
        .hasSize(6)
        .first()
        .asString()
        .startsWith("ERROR book.adoc:11 column 8:");
  }

  @Test
  void repairWarnsAndListsWhatItDid(BookLab lab) throws IOException {
    Files.writeString(dir.resolve("damaged.txt"), DAMAGED);
    for (String source :
        new String[] {
          "[iptables-save%repair#d]\n----\ninclude::damaged.txt[]\n----\n",
          "iptables-save::damaged.txt[id=d,opts=repair]\n"
        }) {
      Converted converted = lab.convert(source, dir);
      assertThat(converted.log()).hasSize(6).allMatch(line -> line.startsWith("WARN"));
      assertThat(converted.page().select(".chainbook-repairs li").eachText())
          .anyMatch(text -> text.contains("the chain is inferred"))
          .anyMatch(text -> text.contains(":later acept [2:120] :doorway"));
      assertThat(converted.page().select("[id=d-nat-GATE:1]")).hasSize(1);
      assertThat(converted.page().getElementById("d-nat-GATE").nextElementSibling().text())
          .contains("not declared in the dump");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [iptables-save#x]\\n----\\n----                               | empty-dump
          [iptables-save#x]\\n----\\n\\n----                            | empty-dump
          iptables-save::nowhere.txt[id=x]                              | missing-file
          [iptables-save#x]\\n----\\ninclude::nowhere.txt[]\\n----      | missing-file
          iptables-save::junk.bin[id=x]                                 | binary-data
          [iptables-save#x]\\n----\\n*nat\\n:INPUT ACCEPT [0:0]\\n----  | missing-commit
          [iptables-save]\\n----\\n*nat\\nCOMMIT\\n----                 | missing-id
          [iptables-save#x,views=pie]\\n----\\n*nat\\nCOMMIT\\n----     | bad-attribute
          [iptables-save#x,family=ipx]\\n----\\n*nat\\nCOMMIT\\n----    | bad-attribute
          [iptables-save#x]\\n*nat                                       | missing-delimiters
          [iptables-save#x]\\n----\\ninclude::dump.txt[lines=1..2]\\n---- | bad-attribute
          [iptables-save#x,chians=A]\\n----\\n*nat\\nCOMMIT\\n----       | did you mean chains?
          [iptables-save%repiar#x]\\n----\\n*nat\\nCOMMIT\\n----         | did you mean repair?
          iptables-rules::nowhere[]                                     | unknown-ruleset
          iptables-chains::nowhere[]                                    | unknown-ruleset
          """)
  void isOneClearErrorAndTheRestRenders(String source, String code, BookLab lab)
      throws IOException {
    Files.write(dir.resolve("junk.bin"), new byte[] {'a', 0, 'b'});
    Converted converted = lab.convert(source.replace("\\n", "\n") + "\n\nThe end.\n", dir);
    assertThat(converted.log()).singleElement().asString().startsWith("ERROR").contains(code);
    assertThat(converted.page().text()).endsWith("The end.");
  }

  @Test
  void anIdThatIsTakenNamesBothPlaces(BookLab lab) {
    String dump = "[iptables-save#x]\n----\n*nat\n:INPUT ACCEPT [0:0]\nCOMMIT\n----\n\n";
    Converted converted = lab.convert(dump + dump, dir);
    assertThat(converted.errors())
        .singleElement()
        .asString()
        .contains("<stdin>:9")
        .contains("at <stdin>: line 2");
    Converted section = lab.convert("[#x]\n== X\n\n" + dump, dir);
    assertThat(section.errors()).singleElement().asString().contains("id 'x' is taken already");
  }

  @Test
  void anIdOfAPartThatIsTakenIsAnErrorToo(BookLab lab) {
    String dump = "[iptables-save#x]\n----\n*nat\n:INPUT ACCEPT [0:0]\nCOMMIT\n----\n\n";
    assertThat(lab.convert("[#x-nat-INPUT]\n== X\n\n" + dump, dir).errors())
        .singleElement()
        .asString()
        .startsWith("ERROR <stdin>:5 ")
        .contains("id 'x-nat-INPUT' is taken already, at <stdin>: line 2");
    assertThat(lab.convert("[#f]\n== X\n\n" + dump + "iptables-chains::x[id=f]\n", dir).errors())
        .singleElement()
        .asString()
        .contains("id 'f' is taken already");
  }
}
