package io.github.chainbook.figure.plantuml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

/** Draws PlantUML text, and reads what the picture says. */
final class Drawing {

  private Drawing() {}

  static Document of(List<String> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SourceStringReader(String.join("\n", lines))
        .outputImage(out, new FileFormatOption(FileFormat.SVG));
    return Jsoup.parse(out.toString(StandardCharsets.UTF_8), Parser.xmlParser());
  }

  /** The texts that are linked to an id, without blanks. */
  static String linked(Document svg, String id) {
    return text(svg.select("a[href=#" + id + "] text"));
  }

  /** All texts below an element, without blanks. */
  static String text(Element element) {
    return text(element.select("text"));
  }

  private static String text(Elements parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.wholeText()));
    return withoutBlanks(text.toString());
  }

  /** The colours that a picture is painted in. */
  static Set<String> colors(Document svg) {
    return Pattern.compile("#[0-9A-Fa-f]{6,8}\\b")
        .matcher(svg.outerHtml())
        .results()
        .map(found -> found.group().toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  // Blanks at the ends of lines, and how many there are in a row, are the layout's.
  static String withoutBlanks(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", "");
  }

  /** A golden file beside the test. */
  static String golden(String name) throws IOException {
    try (InputStream in = Drawing.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
