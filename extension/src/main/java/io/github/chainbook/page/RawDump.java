package io.github.chainbook.page;

import io.github.chainbook.text.SourceText;
import io.github.chainbook.text.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import org.jsoup.nodes.Entities;

/** Writes a dump as HTML, line by line, without making a document of it. */
final class RawDump {

  private RawDump() {}

  /**
   * Writes a dump.
   *
   * @param marked numbers of its lines, from 1, that have an id and are marked
   */
  static void write(Writer to, SourceText dump, Set<Integer> marked) throws IOException {
    int number = dump.firstLine();
    for (String line : dump.lines()) {
      boolean mark = marked.contains(number);
      if (mark) {
        to.append("<mark id=\"line-").append(String.valueOf(number)).append("\">");
      }
      to.append(Entities.escape(VisibleText.of(line)));
      if (mark) {
        to.append("</mark>");
      }
      to.append('\n');
      number++;
    }
  }
}
