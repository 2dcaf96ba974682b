package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.GoldenFiles.Pair;
import io.github.chainbook.asciidoc.BookLab.Converted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rule tables of each {@code golden/tables/NAME.rules} read as {@code NAME.table} has it: chain
 * heads, heads and cells of the table, folded rows with the rows in them.
 */
@ExtendWith(BookLabExtension.class)
class GoldenTablesTest {

  @TempDir Path dir;

  static List<Pair> pairs() {
    return GoldenFiles.pairs(GoldenTablesTest.class, "golden/tables", ".rules", ".table");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void readsAsExpected(Pair pair, BookLab lab) {
    Converted book = lab.convert(book(pair.input()), dir);
    assertThat(book.log()).isEmpty();
    assertThat(text(book.page().body())).isEqualTo(pair.expected());
  }

  static String book(byte[] rules) {
    return "[iptables-save#t,views=rules]\n----\n"
        + new String(rules, StandardCharsets.UTF_8)
        + "----\n";
  }

  /** What a reader gets to read, a line for each paragraph or cell. */
  static String text(Element page) {
    StringBuilder out = new StringBuilder();
    String parts =
        ".chainbook-table-head, h2, h3, h4, h5, .chainbook-meta, .chainbook-about,"
            + " details.chainbook-links, table.chainbook-rules > thead > tr > th,"
            + " table.chainbook-rules > tbody > tr > :not(:has(table)),"
            + " details.chainbook-run > summary";
    for (Element part : page.select(parts)) {
      boolean heading = part.is("h2, h3, h4, h5");
      boolean cell = part.is("th, td");
      String indent = "  ".repeat((cell ? 1 : 0) + (folded(part) ? 1 : 0));
      out.append(heading ? "\n" : indent).append(cells(part)).append('\n');
    }
    return out.toString();
  }

  private static boolean folded(Element part) {
    return part.is("th, td") && part.closest("details.chainbook-run") != null;
  }

  private static String cells(Element part) {
    List<Element> paragraphs = part.is("td") ? part.select("p") : List.of();
    return paragraphs.isEmpty()
        ? part.text()
        : paragraphs.stream().map(Element::text).collect(Collectors.joining(" / "));
  }
}
