package io.github.chainbook.asciidoc;

import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.Preprocessor;
import org.asciidoctor.extension.PreprocessorReader;
import org.asciidoctor.extension.Reader;

/** Opens the book's register, and has Asciidoctor keep track of lines, which errors need. */
public final class BeginBook extends Preprocessor {

  @Override
  public Reader process(Document document, PreprocessorReader reader) {
    document.setSourcemap(true);
    Book.begin(document);
    DiagramCache.open(document);
    return reader;
  }
}
