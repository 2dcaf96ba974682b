package io.github.chainbook.asciidoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/**
 * Anchors and links in generated AsciiDoc. An id may hold {@code --} or {@code _x_}, which
 * Asciidoctor would take for a dash or for emphasis in the middle of a text; so the text holds a
 * number, and {@link AnchorMark} and {@link LinkMark} put the id in its place when all
 * substitutions are done.
 */
final class Marks {

  private final List<String> ids = new ArrayList<>();

  /** The id that a number stands for. */
  String id(int number) {
    return ids.get(number);
  }

  /** Text that becomes an anchor; what refers to it says {@code referenceText}. */
  String anchor(Processor processor, StructuralNode parent, String id, String referenceText) {
    PhraseNode node =
        processor.createPhraseNode(
            parent, "anchor", referenceText, Map.of(), Map.of("type", ":ref", "id", id));
    new RubyDocument(parent.getDocument()).register(id, node);
    return anchor(id);
  }

  /** Text that becomes an anchor to which only links of ours lead. */
  String anchor(String id) {
    return AnchorMark.NAME + ":" + number(id) + "[]";
  }

  /** Text that becomes a link to an id. */
  String link(String id, String escapedText) {
    return LinkMark.NAME + ":" + number(id) + "[" + escapedText + "]";
  }

  private int number(String id) {
    ids.add(id);
    return ids.size() - 1;
  }
}
