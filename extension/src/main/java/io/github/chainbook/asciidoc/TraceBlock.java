package io.github.chainbook.asciidoc;

import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Name;

/** {@code [iptables-trace,RULESET]} above a delimited block that holds a packet a line. */
@Name("iptables-trace")
@Contexts({Contexts.LISTING, Contexts.LITERAL, Contexts.PARAGRAPH})
@ContentModel(ContentModel.COMPOUND) // only then does Asciidoctor tell the line of the content
public final class TraceBlock extends DelimitedBlock<TraceView> {

  @Override
  TraceView view(StructuralNode parent, Map<String, Object> attributes, Place place) {
    return new TraceView(this, parent, attributes, place);
  }

  @Override
  String content() {
    return "packets";
  }

  @Override
  StructuralNode show(TraceView view, Map<String, Object> attributes, BlockView.Source lines) {
    Optional<String> ruleset = Optional.ofNullable(attributes.get("2")).map(Object::toString);
    return view.show(ruleset, lines, column -> column);
  }
}
