package io.github.chainbook.asciidoc;

import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;
import org.asciidoctor.extension.Name;

/** {@code topology::file.yaml[id=…]}. */
@Name("topology")
public final class TopologyMacro extends BlockMacroProcessor {

  @Override
  public StructuralNode process(
      StructuralNode parent, String target, Map<String, Object> attributes) {
    Place place = new RubyDocument(parent.getDocument()).blockBeingParsed();
    return new TopologyView(this, parent, attributes, place)
        .show(() -> Dump.ofFile(parent.getDocument(), target, place));
  }
}
