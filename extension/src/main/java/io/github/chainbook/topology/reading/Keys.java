package io.github.chainbook.topology.reading;

import io.github.chainbook.yaml.ScalarKind;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Entry;
import io.github.chainbook.yaml.YamlValue.Mapping;
import io.github.chainbook.yaml.YamlValue.Scalar;
import io.github.chainbook.yaml.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into values that a schema has checked: what it has found to be wrong is not there. */
final class Keys {

  private final Findings findings;

  Keys(Findings findings) {
    this.findings = findings;
  }

  /** The value of a key; empty where there is none, or nothing. */
  Optional<YamlValue> value(YamlValue parent, String key) {
    Entry entry = parent instanceof Mapping mapping ? mapping.entries().get(key) : null;
    return entry == null || !isThere(entry.value()) ? Optional.empty() : Optional.of(entry.value());
  }

  /** Whether a value is something, and not found to be wrong. */
  boolean isThere(YamlValue value) {
    // A mapping that lacks a key, or has one too many, is read as far as it goes.
    boolean wrong = findings.isFaulty(value) && !(value instanceof Mapping);
    return !wrong && !(value instanceof Scalar scalar && scalar.kind() == ScalarKind.NULL);
  }

  /** The entries of a mapping, with those whose values are wrong; none of anything else. */
  Map<String, Entry> entries(Optional<YamlValue> value) {
    return value.orElse(null) instanceof Mapping mapping ? mapping.entries() : Map.of();
  }

  /** The items of a list; a value that is none is its only item. */
  List<YamlValue> items(Optional<YamlValue> value) {
    if (value.isEmpty() || !isThere(value.get())) {
      return List.of();
    }
    List<YamlValue> items = new ArrayList<>();
    List<YamlValue> all =
        value.get() instanceof Sequence list ? list.items() : List.of(value.get());
    for (YamlValue item : all) {
      if (isThere(item)) {
        items.add(item);
      }
    }
    return items;
  }

  /** The texts of a list; a text that is in none is its only one. */
  List<Scalar> texts(Optional<YamlValue> value) {
    List<Scalar> texts = new ArrayList<>();
    for (YamlValue item : items(value)) {
      if (item instanceof Scalar scalar) {
        texts.add(scalar);
      }
    }
    return texts;
  }

  /** The text of a key. */
  Optional<Scalar> text(YamlValue parent, String key) {
    return value(parent, key).map(value -> value instanceof Scalar scalar ? scalar : null);
  }
}
