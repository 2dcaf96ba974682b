package io.github.chainbook.topology.capture;

import io.github.chainbook.text.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a JSON text, with where it stands. */
sealed interface Json {

  /** Where it begins. */
  Position position();

  /** {@code {…}}; of fields of one name the last. */
  record Fields(Map<String, Json> values, Position position) implements Json {

    /** The field of this name, if it has one. */
    Optional<Json> find(String name) {
      return Optional.ofNullable(values.get(name));
    }

    /** Whether there is a field of this name, be it {@code null}. */
    boolean has(String name) {
      return values.containsKey(name);
    }

    /** The text or number in the field of this name; empty where it holds none. */
    Optional<String> text(String name) {
      return find(name)
          .filter(Scalar.class::isInstance)
          .map(value -> ((Scalar) value).text())
          .filter(text -> !text.isEmpty());
    }

    /** The values of the list in the field of this name; none where it holds none. */
    List<Json> items(String name) {
      return find(name)
          .map(value -> value instanceof Items list ? list.values() : null)
          .orElse(List.of());
    }

    /** Whether the list in the field of this name holds this text. */
    boolean lists(String name, String text) {
      return items(name).stream()
          .anyMatch(item -> item instanceof Scalar word && word.text().equals(text));
    }

    /** Where the field of this name stands; where this begins if it has none. */
    Position positionOf(String name) {
      return find(name).map(Json::position).orElse(position);
    }
  }

  /** {@code […]}. */
  record Items(List<Json> values, Position position) implements Json {}

  /** A string, a number as it is written, {@code true} or {@code false}; {@code null} is empty. */
  record Scalar(String text, Position position) implements Json {}
}
