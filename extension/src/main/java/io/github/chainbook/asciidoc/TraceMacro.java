package io.github.chainbook.asciidoc;

import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;
import org.asciidoctor.extension.Name;

/** {@code iptables-trace::RULESET[packet="…",expect="…"]}. */
@Name("iptables-trace")
public final class TraceMacro extends BlockMacroProcessor {

  @Override
  public StructuralNode process(
      StructuralNode parent, String target, Map<String, Object> attributes) {
    Place place = new RubyDocument(parent.getDocument()).blockBeingParsed();
    TraceView view = new TraceView(this, parent, attributes, place);
    Optional<String> packet = written(attributes.get("packet"));
    if (packet.isEmpty()) {
      return view.refuse("bad-attribute", "expected packet=\"…\" in the brackets");
    }
    MacroLine line =
        new MacroLine(
            SourcePlaces.line(place), packet.get(), written(attributes.get("expect")).orElse(""));
    String name = place.path() == null ? "<stdin>" : place.path();
    SourceText text = new SourceText(name, List.of(line.text()), Math.max(place.line(), 1));
    Optional<String> ruleset = Optional.of(target).filter(id -> !id.isEmpty());
    return view.show(ruleset, () -> new Dump(text, place), line::column);
  }

  // Between single quotation marks Asciidoctor substitutes as it does in text.
  private static Optional<String> written(Object value) {
    return Optional.ofNullable(value)
        .map(Object::toString)
        .map(text -> text.contains("&") ? SubstitutedText.readings(text).get(0) : text);
  }
}
