package io.github.chainbook.asciidoc;

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
    Optional<MacroPacket> packet = MacroPacket.of(attributes, place);
    if (packet.isEmpty()) {
      return view.refuse("bad-attribute", "expected packet=\"…\" in the brackets");
    }
    Optional<String> ruleset = Optional.of(target).filter(id -> !id.isEmpty());
    return view.show(ruleset, packet.get()::dump, packet.get().line()::column);
  }
}
