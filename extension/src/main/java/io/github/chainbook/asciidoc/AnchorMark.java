package io.github.chainbook.asciidoc;

import java.util.HashMap;
import java.util.Map;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** The place of an anchor in generated text, see {@link Marks}. */
public final class AnchorMark extends InlineMacroProcessor {

  static final String NAME = "cb-anchor";

  /** Takes the name that generated text uses. */
  public AnchorMark() {
    super(
        NAME,
        new HashMap<>(Map.of("regexp", NAME + ":(\\d+)\\[(\\])", "content_model", ":simple")));
  }

  @Override
  public PhraseNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
    String id = Book.of(parent).marks().id(Integer.parseInt(target));
    return createPhraseNode(parent, "anchor", "", Map.of(), Map.of("type", ":ref", "id", id));
  }
}
