package io.github.chainbook.asciidoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Reader;

/** A block whose lines between two lines of {@code ----} are text that nothing preprocesses. */
abstract class DelimitedBlock<V extends BlockView> extends BlockProcessor {

  /** What the block is turned into. */
  abstract V view(StructuralNode parent, Map<String, Object> attributes, Place place);

  /** What is to stand between the lines, in a word. */
  abstract String content();

  /** Shows the lines. */
  abstract StructuralNode show(V view, Map<String, Object> attributes, BlockView.Source lines);

  @Override
  public final Object process(
      StructuralNode parent, Reader reader, Map<String, Object> attributes) {
    Place first = new RubyDocument(parent.getDocument()).blockBeingParsed();
    Place content =
        new Place(reader.getFile(), reader.getDir(), first.path(), reader.getLineNumber());
    List<String> lines = new ArrayList<>(reader.readLines());
    V view = view(parent, attributes, first);
    if ("paragraph".equals(String.valueOf(attributes.get("cloaked-context")))) {
      return view.refuse(
          "missing-delimiters", "expected the " + content() + " between two lines of ----");
    }
    return show(view, attributes, () -> Dump.ofBlock(parent.getDocument(), lines, content));
  }
}
