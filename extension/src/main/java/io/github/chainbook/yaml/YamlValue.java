package io.github.chainbook.yaml;

import io.github.chainbook.text.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML text: what an alias stands for is the value of its anchor. */
public sealed interface YamlValue {

  /** Where it begins. */
  Position position();

  /** What it is, for messages, such as {@code a list}. */
  String shown();

  /** A scalar. */
  final class Scalar implements YamlValue {

    private static final int MOST_SHOWN = 40;

    private final ScalarKind kind;
    private final String text;
    private final Span span;

    Scalar(ScalarKind kind, String text, Span span) {
      this.kind = kind;
      this.text = text;
      this.span = span;
    }

    /** What kind of scalar it is. */
    public ScalarKind kind() {
      return kind;
    }

    /** Its text, without quotation marks, with lines folded as YAML folds them. */
    public String text() {
      return text;
    }

    @Override
    public Position position() {
      return span.start();
    }

    /** Where the character at this index of the text was written. */
    public Position position(int index) {
      return span.at(text, index);
    }

    /** Whether it is a block whose lines stand as they are, behind {@code |}. */
    public boolean isBlock() {
      return span.isBlock();
    }

    @Override
    public String shown() {
      if (kind == ScalarKind.NULL) {
        return "nothing";
      }
      boolean longer = text.codePointCount(0, text.length()) > MOST_SHOWN;
      return "'"
          + (longer ? text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN)) + "…" : text)
          + "'";
    }
  }

  /** A sequence. */
  final class Sequence implements YamlValue {

    private final List<YamlValue> items;
    private final Position position;

    Sequence(List<YamlValue> items, Position position) {
      this.items = List.copyOf(items);
      this.position = position;
    }

    /** Its items, in order. */
    public List<YamlValue> items() {
      return items;
    }

    @Override
    public Position position() {
      return position;
    }

    @Override
    public String shown() {
      return "a list";
    }
  }

  /** A mapping. */
  final class Mapping implements YamlValue {

    private final Map<String, Entry> entries;
    private final Position position;

    Mapping(Map<String, Entry> entries, Position position) {
      this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
      this.position = position;
    }

    /** Its entries by key: first its own, then those that were merged into it. */
    public Map<String, Entry> entries() {
      return entries;
    }

    @Override
    public Position position() {
      return position;
    }

    @Override
    public String shown() {
      return "keys with values";
    }
  }

  /**
   * An entry of a mapping.
   *
   * @param key its key
   * @param value its value
   */
  record Entry(Scalar key, YamlValue value) {}
}
