package io.github.chainbook.yaml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Values as nodes that are JSON: each key text and there once, no tags but JSON's. */
final class JsonNodes {

  private final Map<YamlValue, Node> nodes = new IdentityHashMap<>();

  Node node(YamlValue value) {
    Node known = nodes.get(value);
    if (known == null) {
      known =
          value instanceof YamlValue.Scalar scalar
              ? scalar(tag(scalar.kind()), scalar.text())
              : value instanceof YamlValue.Sequence sequence
                  ? sequence(sequence)
                  : mapping((YamlValue.Mapping) value);
      nodes.put(value, known);
    }
    return known;
  }

  private static Tag tag(ScalarKind kind) {
    return switch (kind) {
      case TEXT -> Tag.STR;
      case INTEGER -> Tag.INT;
      case DECIMAL -> Tag.FLOAT;
      case TRUTH -> Tag.BOOL;
      case NULL -> Tag.NULL;
    };
  }

  private static Node scalar(Tag tag, String text) {
    return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
  }

  private Node sequence(YamlValue.Sequence sequence) {
    List<Node> items = new ArrayList<>();
    sequence.items().forEach(item -> items.add(node(item)));
    return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
  }

  private Node mapping(YamlValue.Mapping mapping) {
    List<NodeTuple> entries = new ArrayList<>();
    mapping
        .entries()
        .forEach(
            (key, entry) -> entries.add(new NodeTuple(scalar(Tag.STR, key), node(entry.value()))));
    return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
  }
}
