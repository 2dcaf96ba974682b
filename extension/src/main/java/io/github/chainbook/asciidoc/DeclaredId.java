package io.github.chainbook.asciidoc;

import io.github.chainbook.text.Diagnostic;
import java.util.Optional;
import org.asciidoctor.ast.Document;

/** The id that an author gives to what a block declares. */
final class DeclaredId {

  private static final String ID = "[\\p{L}_][\\p{L}\\p{N}_.-]*";

  private DeclaredId() {}

  /**
   * What is wrong with an id, if anything is.
   *
   * @param id the id; empty where none is given
   * @param place where
   * @param expected what to say where none is given
   */
  static Optional<Diagnostic> problem(
      Optional<String> id, Document document, Place place, String expected) {
    if (id.isEmpty()) {
      return Optional.of(error("missing-id", place, expected));
    }
    if (!id.get().matches(ID)) {
      String message = "expected an id of letters, digits, _, - and ., found '" + id.get() + "'";
      return Optional.of(error("bad-id", place, message));
    }
    return Book.of(document)
        .declaredAt(id.get())
        .or(() -> Containers.placeOf(document, id.get()))
        .map(
            taken ->
                error("id-taken", place, "id '" + id.get() + "' is taken already, at " + taken));
  }

  private static Diagnostic error(String code, Place place, String message) {
    return Diagnostic.error(code, place.position(), message);
  }
}
