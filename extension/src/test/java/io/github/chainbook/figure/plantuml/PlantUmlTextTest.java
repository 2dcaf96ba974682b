package io.github.chainbook.figure.plantuml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.text.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Whatever goes into a figure is what the SVG's text says, in a row and in a box's head. */
class PlantUmlTextTest {

  @Property(tries = 60)
  void whateverGoesInIsWhatTheSvgSays(@ForAll("texts") List<String> texts) throws IOException {
    assertSame(texts);
  }

  @Example
  void knownTraps() throws IOException {
    assertSame(
        List.of(
            "-p tcp",
            "--dport 1 --sport 2",
            "//x//",
            "\"\"x\"\"",
            "[[x]]",
            "[[http://a b]]",
            "~~x~~",
            "~",
            "<b>x</b>",
            "<U+0041>",
            "<U+002D>",
            "\\n",
            "a\\nb",
            "!include /etc/passwd",
            "%date()%",
            "%newline()",
            "$x",
            "@enduml",
            "@startuml",
            "a\nb",
            "==",
            "--",
            "..",
            "__",
            "{field}",
            "}",
            "{static} x",
            "<script>alert(1)</script>",
            "&amp;",
            "&#45;",
            "<&wifi>",
            "<:smile:>",
            "''",
            "'",
            "/' x '/",
            "note left",
            "end",
            "#red",
            "a  b",
            " a",
            "b ",
            "\t",
            "\u0000\u0007",
            "\u202Ex",
            "漢字",
            "😀",
            "e\u0301",
            "\uDCFF",
            "\\",
            "$",
            "\\1",
            "$1",
            "a$b\\c",
            "|x|",
            "= x",
            "* x",
            "# x",
            "<color:red>x",
            "<size:40>x",
            "<<x>>",
            "(x)",
            "x()",
            ":x",
            "^x^",
            "||",
            "a || b"));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> snippets =
        Arbitraries.of(
            "--", "//", "__", "**", "\"\"", "~~", "[[", "]]", "<", ">", "<b>", "</", "\\", "\\n",
            "!", "%", "@", "#", "&", "$", "{", "}", "|", "'", "\"", "<U+", "+", " ", "  ", "tcp",
            "é", "漢", "-", "=", "..", ":", ";", "(", ")", "/'", "'/", "^", "`", "?", "*", "\n",
            "\t", "1", "\u0001");
    Arbitrary<String> mixed =
        snippets.list().ofMinSize(1).ofMaxSize(8).map(p -> String.join("", p));
    Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(20);
    Arbitrary<String> unicode = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(8);
    return Arbitraries.oneOf(mixed, ascii, unicode).list().ofMinSize(1).ofMaxSize(25);
  }

  private static void assertSame(List<String> texts) throws IOException {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Row row = new Row(1, texts.get(i), "X", new Link("row" + i, texts.get(i)));
      Link head = new Link("head" + i, texts.get(i));
      boxes.add(new Box("N" + texts.get(i), Box.Kind.USER, texts.get(i), head, List.of(row)));
      Link bare = new Link("bare" + i, "");
      boxes.add(new Box("N" + texts.get(i), Box.Kind.USER, "", bare, List.of()));
    }
    Document svg = draw(new Figure("t", "d", boxes, List.of()));
    for (int i = 0; i < texts.size(); i++) {
      String shown = withoutBlanks(VisibleText.of(texts.get(i)));
      assertThat(textOf(svg, "row" + i)).as("row %s", texts.get(i)).isEqualTo("1" + shown + "X");
      assertThat(textOf(svg, "head" + i)).as("head").isEqualTo("N" + shown + shown);
      assertThat(textOf(svg, "bare" + i)).as("bare head").isEqualTo("N" + shown);
    }
  }

  private static Document draw(Figure figure) throws IOException {
    String source = String.join("\n", PlantUmlRenderer.render(figure));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SourceStringReader(source).outputImage(out, new FileFormatOption(FileFormat.SVG));
    return Jsoup.parse(out.toString(StandardCharsets.UTF_8), Parser.xmlParser());
  }

  private static String textOf(Document svg, String id) {
    StringBuilder text = new StringBuilder();
    svg.select("a[href=#" + id + "] text").forEach(part -> text.append(part.wholeText()));
    return withoutBlanks(text.toString());
  }

  // Blanks at the ends of lines, and how many there are in a row, are the layout's.
  private static String withoutBlanks(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }
}
