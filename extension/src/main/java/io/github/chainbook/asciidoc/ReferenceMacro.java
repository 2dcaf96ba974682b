package io.github.chainbook.asciidoc;

import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.text.Diagnostic;
import java.util.HashMap;
import java.util.List;
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
    config.put("regexp", "(?<![\\w/:.-])\\\\?" + name + ":([^\\s\\[]+)\\[(|[\\s\\S]*?[^\\\\])\\]");
    config.put("content_model", ":simple");
    return config;
  }

  /** Finds what the macro names. */
  abstract References.Found find(
      References references, String target, String text, Optional<String> nearest)
      throws References.Unresolved;

  /** What the link says. */
  abstract String label(References.Found found, String text, Wording wording);

  @Override
  public PhraseNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
    String text = attributes.getOrDefault("text", "").toString();
    List<String> targets = SubstitutedText.readings(target);
    List<String> texts = SubstitutedText.readings(text);
    if ("section".equals(parent.getContext())) {
      report(parent, targets.get(0), texts.get(0), "not in section titles");
      return plain(parent, targets.get(0), texts.get(0));
    }
    References references = new References(Book.of(parent));
    Wording wording = new Wording(new ViewAttributes(parent.getDocument(), Map.of()).words());
    Optional<String> nearest = Optional.ofNullable(Placement.nearestTo(parent));
    String failure = null;
    for (String written : targets) {
      for (String reading : texts) {
        try {
          References.Found found = find(references, written, reading, nearest);
          return link(parent, found, label(found, text, wording));
        } catch (References.Unresolved e) {
          failure = failure == null ? e.getMessage() : failure;
        }
      }
    }
    report(parent, targets.get(0), texts.get(0), failure);
    return plain(parent, targets.get(0), texts.get(0));
  }

  private PhraseNode plain(StructuralNode parent, String target, String text) {
    String shown = AsciiDocText.escape(text.isEmpty() ? target : target + " " + text);
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
