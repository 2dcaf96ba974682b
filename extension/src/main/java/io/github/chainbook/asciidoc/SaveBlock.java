package io.github.chainbook.asciidoc;

import java.util.Map;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Name;

/** {@code [iptables-save#id]} above a delimited block that holds a dump. */
@Name("iptables-save")
@Contexts({Contexts.LISTING, Contexts.LITERAL, Contexts.PARAGRAPH})
@ContentModel(ContentModel.COMPOUND) // only then does Asciidoctor tell the line of the content
public final class SaveBlock extends DelimitedBlock<RulesetBlock> {

  @Override
  RulesetBlock view(StructuralNode parent, Map<String, Object> attributes, Place place) {
    return new RulesetBlock(this, parent, attributes, place);
  }

  @Override
  String content() {
    return "dump";
  }

  @Override
  StructuralNode show(RulesetBlock view, Map<String, Object> attributes, BlockView.Source lines) {
    return view.show(lines);
  }
}
