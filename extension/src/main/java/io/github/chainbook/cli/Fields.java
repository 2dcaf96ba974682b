package io.github.chainbook.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a JSON object, as numbers, texts and lists.
 *
 * @param map the object
 */
record Fields(Map<String, Object> map) {

  /** A field whose value is of no use. */
  static final class Bad extends Exception {

    private static final long serialVersionUID = 1L;

    Bad(String message) {
      super(message);
    }
  }

  boolean has(String name) {
    return map.get(name) != null;
  }

  /** A text; numbers are texts too. */
  Optional<String> text(String name) {
    return Optional.ofNullable(map.get(name)).map(String::valueOf);
  }

  /**
   * A number, which may be written as a text such as {@code "0x4000"}.
   *
   * @throws Bad where it is none
   */
  long number(String name, long otherwise) throws Bad {
    Object value = map.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    try {
      return Long.decode(value.toString());
    } catch (NumberFormatException e) {
      throw new Bad(name + ": expected a number, found '" + value + "'");
    }
  }

  boolean truth(String name, boolean otherwise) {
    return map.get(name) instanceof Boolean truth ? truth : otherwise;
  }

  List<?> list(String name) {
    return map.get(name) instanceof List<?> list ? list : List.of();
  }

  /** An object; one without fields where it is missing. */
  @SuppressWarnings("unchecked") // JsonText makes no other maps
  Fields object(String name) {
    return new Fields(map.get(name) instanceof Map<?, ?> m ? (Map<String, Object>) m : Map.of());
  }
}
