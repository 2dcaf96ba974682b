package io.github.chainbook.asciidoc;

import java.util.HashMap;
import java.util.Map;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** The place of a link in generated text, see {@link Marks}. */
public final class LinkMark extends InlineMacroProcessor {

  static final String NAME = "cb-link";

  /** Takes the name that generated text uses. */
  public LinkMark() {
    super(
        NAME,
        new HashMap<>(
            Map.of("regexp", NAME + ":(\\d+)\\[([^\\]]*)\\]", "content_model", ":simple")));
  }

  @Override
  public PhraseNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
    String id = Book.of(parent).marks().id(Integer.parseInt(target));
    Map<String, Object> link = new HashMap<>();
    link.put("refid", id);
    return createPhraseNode(
        parent,
        "anchor",
        attributes.getOrDefault("text", "").toString(),
        link,
        Map.of("type", ":xref", "target", "#" + id));
  }
}
