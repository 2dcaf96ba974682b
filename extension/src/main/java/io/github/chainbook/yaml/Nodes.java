package io.github.chainbook.yaml;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes values of the nodes that the library composed: keys are text, merges are carried out. */
final class Nodes {

  /** The tag of a scalar that says nothing of its type. */
  static final Tag PLAIN = new Tag("tag:chainbook:plain");

  private static final Set<Tag> COLLECTIONS = Set.of(Tag.SEQ, Tag.MAP);
  private static final String MERGE = "<<";

  /** So many values a text may have once its aliases are replaced by what they stand for. */
  private static final long MOST_VALUES = 200_000;

  private final YamlSource source;
  private final List<Diagnostic> problems;
  private final Map<Node, YamlValue> known = new IdentityHashMap<>();
  private final Map<YamlValue, Long> sizes = new IdentityHashMap<>();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private long merged;
  private boolean full;

  Nodes(YamlSource source, List<Diagnostic> problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The value of a node; null where it is left out. */
  YamlValue value(Node node) {
    if (known.containsKey(node)) {
      return known.get(node);
    }
    if (!open.add(node)) {
      report("yaml-limit", position(node), "expected values that do not hold themselves");
      return null;
    }
    if (!(node instanceof ScalarNode) && !COLLECTIONS.contains(node.getTag())) {
      report("yaml-syntax", position(node), "expected a value without a tag");
    }
    YamlValue value =
        node instanceof ScalarNode scalar
            ? scalar(scalar)
            : node instanceof SequenceNode sequence
                ? sequence(sequence)
                : mapping((MappingNode) node);
    open.remove(node);
    known.put(node, value);
    return value;
  }

  private YamlValue.Scalar scalar(ScalarNode node) {
    Span span = Span.of(source, node);
    boolean plain = node.getTag().equals(PLAIN);
    if (!plain && !node.getTag().equals(Tag.STR)) {
      report("yaml-syntax", position(node), "expected a value without a tag");
    }
    ScalarKind kind = plain ? ScalarKind.ofPlain(node.getValue()) : ScalarKind.TEXT;
    return new YamlValue.Scalar(kind, node.getValue(), span);
  }

  private YamlValue sequence(SequenceNode node) {
    List<YamlValue> items = new ArrayList<>();
    long size = 1;
    for (Node item : node.getValue()) {
      YamlValue value = value(item);
      if (value != null && fits(size + size(value), position(item))) {
        items.add(value);
        size += size(value);
      }
    }
    return sized(new YamlValue.Sequence(items, position(node)), size);
  }

  private YamlValue mapping(MappingNode node) {
    Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
    Map<String, YamlValue.Entry> others = new LinkedHashMap<>();
    Set<String> own = new HashSet<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        report("yaml-key", position(tuple.getKeyNode()), "expected text as a key");
        continue;
      }
      YamlValue.Scalar key = scalar(name);
      if (!own.add(key.text())) {
        String again = "expected each key once, found " + key.shown() + " again";
        report("yaml-key", key.position(), again);
        continue;
      }
      YamlValue value = value(tuple.getValueNode());
      if (name.getTag().equals(PLAIN) && key.text().equals(MERGE)) {
        merge(value, key.position(), others);
      } else if (value != null) {
        entries.put(key.text(), new YamlValue.Entry(key, value));
      }
    }
    own.forEach(others::remove);
    entries.putAll(others);
    long size = 1;
    for (YamlValue.Entry entry : List.copyOf(entries.values())) {
      long more = 1 + size(entry.value());
      if (fits(size + more, entry.key().position())) {
        size += more;
      } else {
        entries.remove(entry.key().text());
      }
    }
    return sized(new YamlValue.Mapping(entries, position(node)), size);
  }

  // Of several mappings that have a key the first one wins: yaml.org/type/merge.html.
  private void merge(YamlValue value, Position at, Map<String, YamlValue.Entry> into) {
    List<YamlValue> from =
        value instanceof YamlValue.Sequence list
            ? list.items()
            : value == null ? List.of() : List.of(value);
    for (YamlValue one : from) {
      if (!(one instanceof YamlValue.Mapping mapping)) {
        report("yaml-key", at, "expected keys with values to merge, found " + one.shown());
      } else if ((merged += mapping.entries().size()) > MOST_VALUES) {
        report("yaml-limit", at, "expected at most " + MOST_VALUES + " merged entries");
        return;
      } else {
        mapping.entries().forEach(into::putIfAbsent);
      }
    }
  }

  private long size(YamlValue value) {
    return sizes.getOrDefault(value, 1L);
  }

  private YamlValue sized(YamlValue value, long size) {
    sizes.put(value, size);
    return value;
  }

  // What does not fit is left out, and said once: aliases of it are too large as well.
  private boolean fits(long size, Position at) {
    if (size > MOST_VALUES && !full) {
      full = true;
      report(
          "yaml-limit",
          at,
          "expected at most " + MOST_VALUES + " values, with aliases replaced by what they mean");
    }
    return size <= MOST_VALUES;
  }

  private Position position(Node node) {
    return source.position(node.getStartMark().getIndex());
  }

  private void report(String code, Position at, String message) {
    problems.add(Diagnostic.error(code, at, message));
  }
}
