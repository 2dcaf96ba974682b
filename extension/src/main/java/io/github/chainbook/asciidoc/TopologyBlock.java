package io.github.chainbook.asciidoc;

import java.util.Map;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Name;

/** {@code [topology#id]} above a delimited block that holds a declaration in YAML. */
@Name("topology")
@Contexts({Contexts.LISTING, Contexts.LITERAL, Contexts.PARAGRAPH})
@ContentModel(ContentModel.COMPOUND) // only then does Asciidoctor tell the line of the content
public final class TopologyBlock extends DelimitedBlock<TopologyView> {

  @Override
  TopologyView view(StructuralNode parent, Map<String, Object> attributes, Place place) {
    return new TopologyView(this, parent, attributes, place);
  }

  @Override
  String content() {
    return "topology";
  }

  @Override
  StructuralNode show(TopologyView view, Map<String, Object> attributes, BlockView.Source lines) {
    return view.show(lines);
  }
}
