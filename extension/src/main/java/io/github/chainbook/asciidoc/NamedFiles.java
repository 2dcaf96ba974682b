package io.github.chainbook.asciidoc;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.capture.CapturedFiles;
import io.github.chainbook.topology.capture.UnreadableFile;
import java.util.HashMap;
import java.util.Map;
import org.asciidoctor.ast.Document;

/** The files that a topology's declaration names, as far as the document may read them. */
final class NamedFiles implements CapturedFiles {

  private final Document document;
  private final Dump declaration;
  private final Map<String, Place> places = new HashMap<>();

  NamedFiles(Document document, Dump declaration) {
    this.document = document;
    this.declaration = declaration;
  }

  @Override
  public SourceText read(String path) throws UnreadableFile {
    try {
      Dump file = Dump.ofFile(document, path, declaration.place());
      places.put(file.text().name(), file.place());
      return file.text();
    } catch (DumpFile.Refused e) {
      throw new UnreadableFile(e.diagnostic().message(), e.isMissing());
    }
  }

  /** Where a diagnostic of the declaration, or of one of these files, is to be reported. */
  Place placeOf(Diagnostic diagnostic) {
    return places
        .getOrDefault(diagnostic.position().file(), declaration.place())
        .atLine(diagnostic.position().line());
  }
}
