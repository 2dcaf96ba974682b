package io.github.chainbook.asciidoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Name;
import org.asciidoctor.extension.Reader;

/** {@code [iptables-trace,RULESET]} above a delimited block that holds a packet a line. */
@Name("iptables-trace")
@Contexts({Contexts.LISTING, Contexts.LITERAL, Contexts.PARAGRAPH})
@ContentModel(ContentModel.COMPOUND) // only then does Asciidoctor tell the line of the content
public final class TraceBlock extends BlockProcessor {

  @Override
  public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
    Place first = new RubyDocument(parent.getDocument()).blockBeingParsed();
    Place content =
        new Place(reader.getFile(), reader.getDir(), first.path(), reader.getLineNumber());
    List<String> lines = new ArrayList<>(reader.readLines());
    TraceView view = new TraceView(this, parent, attributes, first);
    if ("paragraph".equals(String.valueOf(attributes.get("cloaked-context")))) {
      return view.refuse("missing-delimiters", "expected the packets between two lines of ----");
    }
    Optional<String> ruleset = Optional.ofNullable(attributes.get("2")).map(Object::toString);
    return view.show(
        ruleset, () -> Dump.ofBlock(parent.getDocument(), lines, content), column -> column);
  }
}
