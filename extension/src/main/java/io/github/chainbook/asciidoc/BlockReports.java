package io.github.chainbook.asciidoc;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import java.util.List;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/**
 * Reports what is wrong with a block or macro itself.
 *
 * @param processor what processes it
 * @param container the block that is put in its place
 * @param place where its author wrote it
 */
record BlockReports(Processor processor, StructuralNode container, Place place) {

  /** Reports an error. */
  void error(String code, String message) {
    Reports.log(processor, Diagnostic.error(code, place.position(), message), place);
  }

  /** Reports an attribute whose value is none of those that there are. */
  void badWord(String attribute, String word, List<String> known) {
    error(
        "bad-attribute",
        "expected "
            + attribute
            + String.join(", ", known)
            + ", found '"
            + word
            + "'"
            + DidYouMean.hint(word, known));
  }

  /** Reports why there is nothing to show, and returns the block that says so. */
  StructuralNode refuse(String code, String message) {
    return refuse(Diagnostic.error(code, place.position(), message));
  }

  /** Reports why there is nothing to show, and returns the block that says so. */
  StructuralNode refuse(Diagnostic diagnostic) {
    Reports.log(processor, diagnostic, place);
    processor.parseContent(container, NoticeLines.in(container).refused(diagnostic));
    return container;
  }
}
