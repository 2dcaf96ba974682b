package io.github.chainbook.yaml;

import io.github.chainbook.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A schema as values, to look up what it says of a place. */
final class SchemaTree {

  private static final String REFERENCE = "$ref";

  private final YamlValue.Mapping root;

  SchemaTree(String json) {
    YamlReading reading = new YamlReader().read(SourceText.of("schema", json));
    root = (YamlValue.Mapping) reading.root().orElseThrow();
  }

  /** The steps of a JSON Pointer; RFC 6901. */
  static List<String> steps(String pointer) {
    List<String> steps = new ArrayList<>();
    if (!pointer.isEmpty()) {
      for (String step : pointer.substring(1).split("/", -1)) {
        steps.add(step.replace("~1", "/").replace("~0", "~"));
      }
    }
    return steps;
  }

  /** The value to which steps lead. */
  static YamlValue find(YamlValue from, List<String> steps) {
    YamlValue at = from;
    for (String step : steps) {
      at =
          at instanceof YamlValue.Sequence list
              ? list.items().get(Integer.parseInt(step))
              : ((YamlValue.Mapping) at).entries().get(step).value();
    }
    return at;
  }

  /** What is expected at a place, which is a path through keywords and references. */
  Optional<String> title(List<String> path) {
    Optional<String> title = text(root, "title");
    YamlValue at = root;
    for (String step : path) {
      at = step(at, step);
      Optional<String> own = at instanceof YamlValue.Mapping m ? text(m, "title") : title;
      // Who refers to a schema may have a better title for it.
      title = step.equals(REFERENCE) && title.isPresent() ? title : own;
    }
    return title;
  }

  /** The keys that a place may have. */
  List<String> keys(List<String> path) {
    return child(path, "properties") instanceof YamlValue.Mapping properties
        ? List.copyOf(properties.entries().keySet())
        : List.of();
  }

  /** The keys that a place must have. */
  List<String> required(List<String> path) {
    return texts(child(path, "required"));
  }

  /** The words in a list of the schema. */
  List<String> words(List<String> path) {
    return texts(at(path));
  }

  private YamlValue at(List<String> path) {
    YamlValue at = root;
    for (String step : path) {
      at = step(at, step);
    }
    return at;
  }

  private YamlValue step(YamlValue at, String step) {
    if (step.equals(REFERENCE)) {
      String pointer = text((YamlValue.Mapping) at, REFERENCE).orElseThrow().substring(1);
      return find(root, steps(pointer));
    }
    return find(at, List.of(step));
  }

  private YamlValue child(List<String> path, String key) {
    YamlValue.Entry entry = ((YamlValue.Mapping) at(path)).entries().get(key);
    return entry == null ? null : entry.value();
  }

  private static Optional<String> text(YamlValue.Mapping mapping, String key) {
    YamlValue.Entry entry = mapping.entries().get(key);
    return entry != null && entry.value() instanceof YamlValue.Scalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private static List<String> texts(YamlValue value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof YamlValue.Sequence list) {
      for (YamlValue item : list.items()) {
        texts.add(((YamlValue.Scalar) item).text());
      }
    }
    return texts;
  }
}
