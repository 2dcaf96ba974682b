package io.github.chainbook.yaml;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.Position;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Checks values against a JSON Schema of draft 2020-12. What a schema expects is said by its
 * titles, which must read on behind the word <i>expected</i>.
 */
public final class SchemaCheck {

  private static final URI BASE = URI.create("chainbook:/");

  /**
   * A value that the schema does not allow.
   *
   * @param value the value
   * @param position where it is wrong: for an unknown key, at the key
   * @param kind in which way it is wrong
   * @param message what was expected and what was found
   */
  public record Fault(YamlValue value, Position position, Kind kind, String message) {}

  /** In which ways values are wrong. */
  public enum Kind {
    /** It is another kind of value, or out of range. */
    VALUE,
    /** Its key is not known. */
    UNKNOWN_KEY,
    /** A key of it is missing. */
    MISSING_KEY
  }

  private final SchemaTree schema;
  private final Validator validator;
  private final URI uri;

  /**
   * A check.
   *
   * @param json the schema
   */
  public SchemaCheck(String json) {
    schema = new SchemaTree(json);
    validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new SnakeYamlNode.Factory())
            .withDisabledSchemaValidation(true)
            .createValidator();
    uri = validator.registerSchema(BASE, json);
  }

  /** All faults of a value, one for each defect. */
  public List<Fault> faults(YamlValue root) {
    List<Fault> faults = new ArrayList<>();
    for (Error error : validator.validate(uri, new JsonNodes().node(root)).getErrors()) {
      fault(root, error).ifPresent(faults::add);
    }
    return faults;
  }

  private Optional<Fault> fault(YamlValue root, Error error) {
    List<String> path = SchemaTree.steps(error.getInstanceLocation());
    YamlValue value = SchemaTree.find(root, path);
    List<String> rule = SchemaTree.steps(error.getEvaluationPath());
    // Of a schema that is false there is no keyword: it forbids a key.
    if (error.getKeyword() == null) {
      YamlValue parent = SchemaTree.find(root, path.subList(0, path.size() - 1));
      String key = path.get(path.size() - 1);
      return unknown((YamlValue.Mapping) parent, key, rule.subList(0, rule.size() - 1));
    }
    List<String> place = rule.subList(0, rule.size() - 1);
    String title = "expected " + schema.title(place).orElse("another value") + ", found ";
    return switch (error.getKeyword()) {
      case "required" -> missing((YamlValue.Mapping) value, place);
      case "enum" -> {
        String hint = hint(value, schema.words(rule));
        yield Optional.of(
            new Fault(value, value.position(), Kind.VALUE, title + value.shown() + hint));
      }
      case "minItems", "maxItems" -> {
        String found = title + "a list of " + ((YamlValue.Sequence) value).items().size();
        yield Optional.of(new Fault(value, value.position(), Kind.VALUE, found));
      }
      default -> Optional.of(new Fault(value, value.position(), Kind.VALUE, title + value.shown()));
    };
  }

  private static String hint(YamlValue value, Collection<String> words) {
    return value instanceof YamlValue.Scalar scalar ? DidYouMean.hint(scalar.text(), words) : "";
  }

  private Optional<Fault> unknown(YamlValue.Mapping parent, String key, List<String> place) {
    YamlValue.Entry entry = parent.entries().get(key);
    List<String> known = schema.keys(place);
    List<String> free = new ArrayList<>(known);
    free.removeAll(parent.entries().keySet());
    String message =
        "expected one of the keys "
            + String.join(", ", known)
            + ", found "
            + entry.key().shown()
            + DidYouMean.hint(key, free);
    return Optional.of(new Fault(entry.value(), entry.key().position(), Kind.UNKNOWN_KEY, message));
  }

  // A key that is nearly the missing one is reported as unknown, and it is the same mistake.
  private Optional<Fault> missing(YamlValue.Mapping value, List<String> place) {
    List<String> keys = schema.keys(place);
    List<String> missing = new ArrayList<>(schema.required(place));
    missing.removeAll(value.entries().keySet());
    missing.removeIf(
        name ->
            value.entries().keySet().stream()
                .filter(key -> !keys.contains(key))
                .anyMatch(key -> DidYouMean.nearest(key, List.of(name)).isPresent()));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                value,
                value.position(),
                Kind.MISSING_KEY,
                "expected "
                    + schema.title(place).orElse("keys")
                    + ", found no "
                    + String.join(" and no ", missing)));
  }
}
