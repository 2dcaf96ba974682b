package io.github.chainbook.asciidoc;

import io.github.chainbook.text.Diagnostic;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/** What a block or macro of an author's is turned into: a block that holds what is shown. */
abstract class BlockView {

  final Processor processor;
  final Book book;
  final ViewAttributes attributes;
  final Place place;
  final StructuralNode container;
  final BlockReports reports;

  /** The words of the block's language. */
  final Wording wording;

  BlockView(
      Processor processor, StructuralNode parent, Map<String, Object> attributes, Place place) {
    this.processor = processor;
    this.book = Book.of(parent);
    this.attributes = new ViewAttributes(parent.getDocument(), attributes);
    this.place = place;
    this.container = Containers.open(processor, parent, place);
    this.wording = new Wording(this.attributes.words());
    this.reports = new BlockReports(processor, container, place);
  }

  /** Where a text comes from, which may not be readable. */
  interface Source {
    Dump read() throws DumpFile.Refused;
  }

  /** What is done with a text. */
  interface Use {
    void of(Dump text) throws DumpFile.Refused;
  }

  /** Reports why there is nothing to show, and returns the block that says so. */
  final StructuralNode refuse(String code, String message) {
    return reports.refuse(code, message);
  }

  /**
   * Reads a text and shows it; where it cannot be read, the block says so.
   *
   * @param source the text
   * @param use adds to the block what is shown of it
   */
  final StructuralNode show(Source source, Use use) {
    attributes.misspelt().forEach(message -> reports.error("bad-attribute", message));
    try {
      use.of(source.read());
      return container;
    } catch (DumpFile.Refused e) {
      return reports.refuse(e.diagnostic());
    }
  }

  /**
   * The same for a text that declares something under an id.
   *
   * @param expected what to say where there is no id
   */
  final StructuralNode declare(String expected, Source source, Use use) {
    Optional<Diagnostic> refusal =
        DeclaredId.problem(attributes.own("id"), container.getDocument(), place, expected);
    return refusal.map(reports::refuse).orElseGet(() -> show(source, use));
  }
}
