package io.github.chainbook.yaml;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What is wrong with the syntax of a YAML text.
 *
 * @param index the index of the character where it is wrong
 * @param message what was expected
 * @param alias the name of an alias that has no anchor; empty if it is something else
 * @param toEnd whether nothing from there on belongs to the text
 */
record SyntaxFault(int index, String message, String alias, boolean toEnd) {

  private static final int MOST_SHOWN = 120;
  private static final String NO_NODE = "expected the node content, but found ";
  private static final String NO_ANCHOR = "found undefined alias ";

  /** Puts what the library says into the words of this program. */
  static SyntaxFault of(MarkedYAMLException e) {
    String context = Objects.requireNonNullElse(e.getContext(), "");
    String problem = Objects.requireNonNullElse(e.getProblem(), "");
    int end = index(e.getProblemMark(), 0);
    int begin = index(e.getContextMark(), end);
    if (problem.startsWith(NO_ANCHOR)) {
      String name = problem.substring(NO_ANCHOR.length());
      return new SyntaxFault(
          end, "expected an anchor &" + shown(name) + " above this alias, found none", name, false);
    }
    if (context.startsWith("while scanning a quoted scalar")) {
      return fault(begin, "expected a quotation mark at the end of this text, found none");
    }
    if (context.startsWith("while parsing a flow sequence")) {
      return fault(begin, "expected commas between the items of this list, and a ] at its end");
    }
    if (context.startsWith("while parsing a flow mapping")) {
      return fault(begin, "expected commas between these entries, and a } at their end");
    }
    if (problem.contains("could not find expected ':'")) {
      return fault(begin, "expected a colon and a blank behind this key");
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return fault(
          end,
          "expected no colon here: put the text into quotes, or give the key a line of its own,"
              + " indented as the keys beside it");
    }
    if (problem.startsWith(NO_NODE + "':'")) {
      return fault(
          end,
          "expected no colon here: put an address in brackets into quotes, as in \"[::1]:80\"");
    }
    if (problem.contains("another document")) {
      return new SyntaxFault(end, "expected one document, found another one", "", true);
    }
    if (problem.contains("'\\t")) {
      return fault(end, "expected blanks, found a tab, which indents nothing in YAML");
    }
    if (problem.startsWith("expected <block end>")) {
      return fault(end, "expected this to begin in the same column as what it belongs to");
    }
    return fault(end, "expected YAML, found this: " + shown(problem));
  }

  private static SyntaxFault fault(int index, String message) {
    return new SyntaxFault(index, message, "", false);
  }

  private static int index(Mark mark, int otherwise) {
    return mark == null ? otherwise : mark.getIndex();
  }

  private static String shown(String text) {
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
  }

  /** Whether it comes of lines that were left out. */
  boolean follows(Set<String> lostAnchors) {
    return lostAnchors.contains(alias);
  }

  Diagnostic at(Position position) {
    return Diagnostic.error("yaml-syntax", position, message);
  }
}
