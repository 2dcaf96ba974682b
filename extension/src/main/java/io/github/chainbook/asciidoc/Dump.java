package io.github.chainbook.asciidoc;

import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asciidoctor.ast.Document;

/**
 * The dump of a block or macro: its text, and where its lines stand for the log.
 *
 * @param text the lines
 * @param place a place in the file that holds them
 */
record Dump(SourceText text, Place place) {

  private static final Pattern INCLUDE =
      Pattern.compile("include::([^\\[]*[^\\[\\s])\\[([^\\]]*)\\]");

  /**
   * The dump that stands in a block. Where the block holds one include directive and nothing else,
   * that file is the dump; any other line, also one that looks like a directive, is a line of it.
   *
   * @param lines the block's lines
   * @param first where the first of them stands
   */
  static Dump ofBlock(Document document, List<String> lines, Place first) throws DumpFile.Refused {
    List<String> written = lines.stream().filter(line -> !line.isBlank()).toList();
    if (written.size() == 1) {
      Matcher include = INCLUDE.matcher(written.get(0).strip());
      if (include.matches()) {
        Place place = first.atLine(first.line() + lines.indexOf(written.get(0)));
        if (!include.group(2).isBlank()) {
          throw new DumpFile.Refused(
              "bad-attribute",
              place,
              "a dump is included whole: expected include::…[] without attributes, found ["
                  + include.group(2)
                  + "]");
        }
        return ofFile(document, include.group(1), place);
      }
    }
    String name = first.path() == null ? "<stdin>" : first.path();
    return new Dump(new SourceText(name, lines, first.line()), first);
  }

  /** The dump that stands in a file. */
  static Dump ofFile(Document document, String target, Place from) throws DumpFile.Refused {
    DumpFile file = DumpFile.read(document, withAttributes(document, target), from);
    return new Dump(file.text(), file.place());
  }

  // The directive is the author's, so {attributes} in its path mean what they mean elsewhere.
  private static String withAttributes(Document document, String target) {
    Matcher reference = Pattern.compile("\\{([\\w][\\w-]*)\\}").matcher(target);
    return reference.replaceAll(
        found -> {
          Object value = document.getAttribute(found.group(1));
          return Matcher.quoteReplacement(value == null ? found.group() : value.toString());
        });
  }
}
