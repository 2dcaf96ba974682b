package io.github.chainbook.asciidoc;

import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.text.Diagnostic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** A macro in prose that names a chain or a rule and becomes a link to it. */
abstract class ReferenceMacro extends InlineMacroProcessor {

  ReferenceMacro(String name) {
    super(name, config(name));
  }

  // Asciidoctor's own pattern has no left boundary, so toolchain:gcc[x] would be taken; and it
  // would
  // cut the text at commas.
  private static Map<String, Object> config(String name) {
    Map<String, Object> config = new HashMap<>();
    config.put("regexp", "(?<![\\w/:.-])\\\\?" + name + ":([^\\s\\[]+)\\[(|.*?[^\\\\])\\]");
    config.put("content_model", ":simple");
    return config;
  }

  /** Finds what the macro names. */
  abstract References.Found find(
      References references, String target, String text, Optional<String> nearest)
      throws References.Unresolved;

  /** What the link says. */
  abstract String label(References.Found found, String text);

  @Override
  public PhraseNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
    Book book = Book.of(parent);
    String text = attributes.getOrDefault("text", "").toString();
    Optional<String> nearest =
        Optional.ofNullable(Placement.nearestTo(parent))
            .or(() -> book.latest().map(entry -> entry.ids().ruleset()));
    References references = new References(book);
    String written = SubstitutedText.readings(target).get(0);
    References.Unresolved failure = null;
    for (String reading : SubstitutedText.readings(text)) {
      try {
        References.Found found = find(references, written, reading, nearest);
        return link(parent, found, label(found, text));
      } catch (References.Unresolved e) {
        failure = failure == null ? e : failure;
      }
    }
    report(parent, written, SubstitutedText.readings(text).get(0), failure.getMessage());
    String shown = AsciiDocText.escape(text.isEmpty() ? written : written + " " + text);
    return createPhraseNode(parent, "quoted", shown, Map.of(), Map.of("type", ":monospaced"));
  }

  private PhraseNode link(StructuralNode parent, References.Found found, String label) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("refid", found.id());
    attributes.put("role", "chainbook-ref");
    return createPhraseNode(
        parent, "anchor", label, attributes, Map.of("type", ":xref", "target", "#" + found.id()));
  }

  private void report(StructuralNode parent, String target, String text, String message) {
    String macro = getName() + ":" + target + "[" + text + "]";
    Place place = SourcePlaces.of(parent, macro);
    if (Book.of(parent).reportsFirst(place, macro)) {
      Diagnostic diagnostic =
          Diagnostic.error("unresolved-reference", place.position(), macro + ": " + message);
      Reports.log(this, diagnostic, place);
    }
  }

  /** A chain's name as it shows in prose. */
  static String code(String name) {
    return "<code>" + AsciiDocText.escape(name) + "</code>";
  }
}
