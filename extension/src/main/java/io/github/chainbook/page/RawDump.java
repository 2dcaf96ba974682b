package io.github.chainbook.page;

import io.github.chainbook.text.SourceText;
import io.github.chainbook.text.VisibleText;
import io.github.chainbook.words.Messages;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * Writes a dump as HTML, line by line, without making a document of it. Of a large dump it writes
 * the lines that something is wrong with, and says that the others are not there.
 */
final class RawDump {

  /** A dump with more letters than these would be most of its page. */
  static final long MOST_LETTERS = 300_000;

  /** Nobody needs more of a line to find it. */
  private static final int MOST_OF_A_LINE = 500;

  private final Writer to;
  private final SourceText dump;
  private final Set<Integer> marked;
  private final Messages words;

  private RawDump(Writer to, SourceText dump, Set<Integer> marked, Messages words) {
    this.words = words;
    this.to = to;
    this.dump = dump;
    this.marked = marked;
  }

  /**
   * Writes a dump.
   *
   * @param marked numbers of its lines, from 1, that have an id and are marked
   * @param words the language in which is said what is not there
   */
  static void write(Writer to, SourceText dump, Set<Integer> marked, Messages words)
      throws IOException {
    RawDump raw = new RawDump(to, dump, marked, words);
    long letters = dump.lines().stream().mapToLong(line -> line.length() + 1L).sum();
    if (letters > MOST_LETTERS) {
      raw.writePart(letters);
    } else {
      raw.writeWhole();
    }
  }

  private void writeWhole() throws IOException {
    begin();
    int number = dump.firstLine();
    for (String line : dump.lines()) {
      line(number, VisibleText.of(line));
      number++;
    }
    end();
  }

  private void writePart(long letters) throws IOException {
    List<String> lines = dump.lines();
    int shown = (int) marked.stream().filter(number -> line(number) != null).count();
    to.append("<div class=\"paragraph chainbook-left-out\">\n<p>");
    String millions = String.format(words.locale(), "%.1f", letters / 1e6);
    String key = shown == 0 ? "page.raw-left-out" : "page.raw-wrong-lines";
    to.append(Entities.escape(words.text(key, "lines", lines.size(), "millions", millions)));
    to.append("</p>\n</div>\n");
    if (shown > 0) {
      begin();
      for (int number : marked.stream().sorted().toList()) {
        String line = line(number);
        if (line != null) {
          int more = line.length() - MOST_OF_A_LINE;
          String text = VisibleText.of(more > 0 ? line.substring(0, MOST_OF_A_LINE) : line);
          to.append(number + ": ");
          line(
              number,
              more > 0 ? text + words.text("page.more-letters", "n", String.valueOf(more)) : text);
        }
      }
      end();
    }
  }

  private String line(int number) {
    int index = number - dump.firstLine();
    return index < 0 || index >= dump.lines().size() ? null : dump.lines().get(index);
  }

  private void begin() throws IOException {
    to.append("<div class=\"listingblock\"><pre class=\"chainbook-raw\" tabindex=\"0\">");
  }

  private void end() throws IOException {
    to.append("</pre></div>");
  }

  private void line(int number, String text) throws IOException {
    boolean mark = marked.contains(number);
    to.append(mark ? "<mark id=\"line-" + number + "\">" : "");
    to.append(Entities.escape(text)).append(mark ? "</mark>\n" : "\n");
  }
}
