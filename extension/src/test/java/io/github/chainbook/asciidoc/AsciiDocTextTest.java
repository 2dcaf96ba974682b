package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.text.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is escaped for AsciiDoc is what the page says, in each place where text is put. */
@ExtendWith(BookLabExtension.class)
class AsciiDocTextTest {

  private static final List<String> PIECES =
      List.of(
          "*",
          "**",
          "_",
          "__",
          "`",
          "``",
          "#",
          "##",
          "~",
          "^",
          "+",
          "++",
          "+++",
          "[",
          "]",
          "[[",
          "]]",
          "<<",
          ">>",
          "<",
          ">",
          "{",
          "}",
          "{doctitle}",
          "&",
          "&amp;",
          "&#42;",
          "'",
          "\"",
          "|",
          "|===",
          "!",
          "::",
          "include::x[]",
          "image:x[]",
          "link:x[y]",
          "https://a.b/c[d]",
          "a@b.cd",
          "->",
          "=>",
          "...",
          " -- ",
          "(C)",
          "\\",
          "//",
          "x",
          "7",
          "é",
          "漢",
          "<script>",
          "chain:X[]",
          "rule:X[1]",
          "kbd:[x]",
          "((t))",
          "footnote:[x]",
          "stem:[x]",
          "pass:[x]",
          "+a+",
          "----",
          "====",
          "\n",
          "\t",
          " ",
          "=");

  @TempDir Path dir;

  @Test
  void whateverGoesInIsWhatThePageSays(BookLab lab) {
    Random random = new Random(42);
    StringBuilder source = new StringBuilder();
    List<String> texts = new java.util.ArrayList<>(PIECES);
    for (int i = 0; i < 120; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      texts.add(text.toString());
    }
    for (int i = 0; i < texts.size(); i++) {
      String escaped = AsciiDocText.escape("a" + texts.get(i) + "z");
      source
          .append("[[p" + i + "," + escaped + "]]\n." + escaped + "\n")
          .append("[.x]##" + escaped + "## ``" + escaped + "`` **" + escaped + "** <<p" + i + ">>")
          .append("\n\n|===\n|" + escaped + "\n|===\n\n");
    }
    BookLab.Converted book = lab.convert(source.toString(), dir);
    assertThat(book.log()).isEmpty();
    Document page = book.page();
    for (int i = 0; i < texts.size(); i++) {
      String shown = oneLine("a" + VisibleText.of(texts.get(i)) + "z");
      assertThat(oneLine(page.select("#p" + i + " .title").text())).isEqualTo(shown);
      assertThat(oneLine(page.select("#p" + i + " p span.x").text())).isEqualTo(shown);
      assertThat(oneLine(page.select("#p" + i + " p code").text())).isEqualTo(shown);
      assertThat(oneLine(page.select("#p" + i + " p strong").text())).isEqualTo(shown);
      assertThat(oneLine(page.select("#p" + i + " p a").text())).isEqualTo(shown);
      assertThat(oneLine(page.select("td").get(i).text())).isEqualTo(shown);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
