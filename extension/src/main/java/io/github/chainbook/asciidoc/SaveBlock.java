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

/** {@code [iptables-save#id]} above a delimited block that holds a dump. */
@Name("iptables-save")
@Contexts({Contexts.LISTING, Contexts.LITERAL, Contexts.PARAGRAPH})
@ContentModel(ContentModel.COMPOUND) // only then does Asciidoctor tell the line of the content
public final class SaveBlock extends BlockProcessor {

  @Override
  public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
    Place first = new RubyDocument(parent.getDocument()).blockBeingParsed();
    Place content =
        new Place(reader.getFile(), reader.getDir(), first.path(), reader.getLineNumber());
    List<String> lines = new ArrayList<>(reader.readLines());
    if ("paragraph".equals(String.valueOf(attributes.get("cloaked-context")))) {
      return new RulesetBlock(this, parent, attributes, first)
          .refuse("missing-delimiters", "expected the dump between two lines of ----");
    }
    return new RulesetBlock(this, parent, attributes, first)
        .show(() -> Dump.ofBlock(parent.getDocument(), lines, content));
  }
}
