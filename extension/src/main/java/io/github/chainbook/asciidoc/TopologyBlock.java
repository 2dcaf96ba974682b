package io.github.chainbook.asciidoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Name;
import org.asciidoctor.extension.Reader;

/** {@code [topology#id]} above a delimited block that holds a declaration in YAML. */
@Name("topology")
@Contexts({Contexts.LISTING, Contexts.LITERAL, Contexts.PARAGRAPH})
@ContentModel(ContentModel.COMPOUND) // only then does Asciidoctor tell the line of the content
public final class TopologyBlock extends BlockProcessor {

  @Override
  public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
    Place first = new RubyDocument(parent.getDocument()).blockBeingParsed();
    Place content =
        new Place(reader.getFile(), reader.getDir(), first.path(), reader.getLineNumber());
    List<String> lines = new ArrayList<>(reader.readLines());
    TopologyView view = new TopologyView(this, parent, attributes, first);
    if ("paragraph".equals(String.valueOf(attributes.get("cloaked-context")))) {
      return view.refuse("missing-delimiters", "expected the topology between two lines of ----");
    }
    return view.show(() -> Dump.ofBlock(parent.getDocument(), lines, content));
  }
}
