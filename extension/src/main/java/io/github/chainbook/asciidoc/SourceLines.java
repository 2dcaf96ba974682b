package io.github.chainbook.asciidoc;

import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.List;

/** Writes a figure as PlantUML, to be opened by who wants it. */
final class SourceLines {

  private SourceLines() {}

  /** A block that opens. */
  static List<String> of(List<String> plantUml, Messages words) {
    List<String> lines = new ArrayList<>();
    lines.add("." + AsciiDocText.escape(words.text("figure.source")));
    lines.add("[.chainbook-source%collapsible]");
    lines.add("====");
    lines.add("[listing,subs=\"specialcharacters\"]");
    lines.add("----");
    lines.addAll(plantUml);
    lines.add("----");
    lines.add("====");
    lines.add("");
    return lines;
  }
}
