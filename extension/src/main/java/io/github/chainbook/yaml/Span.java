package io.github.chainbook.yaml;

import io.github.chainbook.text.Position;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Where a scalar was written.
 *
 * @param source its text
 * @param from the index where it begins, behind anchor and tag
 * @param to the index behind its end
 * @param style how it was written
 */
record Span(YamlSource source, int from, int to, ScalarStyle style) {

  static Span of(YamlSource source, ScalarNode node) {
    int to = Math.min(node.getEndMark().getIndex(), source.length());
    int at = Math.min(node.getStartMark().getIndex(), to);
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    while (at < to && (source.at(at) == '&' || source.at(at) == '!')) {
      while (at < to && !isBlank(source.at(at))) {
        at++;
      }
      while (at < to && isBlank(source.at(at)) && !(plain && node.getValue().isEmpty())) {
        at++;
      }
    }
    return new Span(source, at, to, node.getScalarStyle());
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  Position start() {
    return source.position(from);
  }

  boolean isBlock() {
    return style == ScalarStyle.LITERAL;
  }

  /**
   * The place of a character of the value. Folded lines and escapes make the value shorter than
   * what was written, so both are walked side by side, blanks for blanks.
   */
  Position at(String value, int index) {
    int raw = first();
    int i = 0;
    while (i < index && i < value.length()) {
      int c = value.codePointAt(i);
      raw = isBlank(c) ? behindBlank(raw, c) : Math.min(to, find(raw, c) + 1);
      i += Character.charCount(c);
    }
    boolean inside = i < value.length() && !isBlank(value.codePointAt(i));
    return source.position(inside ? find(raw, value.codePointAt(i)) : raw);
  }

  private int first() {
    int at = from;
    switch (style) {
      case LITERAL, FOLDED -> {
        while (at < to && source.at(at) != '\n') {
          at++;
        }
        return Math.min(at + 1, to);
      }
      case SINGLE_QUOTED, DOUBLE_QUOTED -> {
        return Math.min(at + 1, to);
      }
      default -> {
        return at;
      }
    }
  }

  private int behindBlank(int raw, int c) {
    if (raw < to && source.at(raw) == c && c != '\n') {
      return raw + 1;
    }
    int at = raw;
    while (at < to && isBlank(source.at(at))) {
      at++;
    }
    return at;
  }

  // A character that was written as an escape is not found: then this is as near as it gets.
  private int find(int raw, int c) {
    int at = raw;
    while (at < to && source.at(at) != c) {
      at++;
    }
    return at < to ? at : raw;
  }
}
