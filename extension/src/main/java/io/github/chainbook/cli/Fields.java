package io.github.chainbook.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The fields of a JSON object, as numbers, texts, lists and fields again. Objects have few fields,
 * and most are looked at once: so few are found more quickly in a row than by a map.
 */
final class Fields {

  /** A field whose value is of no use. */
  static final class Bad extends Exception {

    private static final long serialVersionUID = 1L;

    Bad(String message) {
      super(message);
    }
  }

  private static final int USUAL = 12;

  private int[] hashes = new int[USUAL];
  private String[] names = new String[USUAL];
  private Object[] values = new Object[USUAL];
  private int size;

  /** Forgets all fields. */
  void clear() {
    size = 0;
  }

  /** Gives a field a value, or another. */
  void set(String name, Object value) {
    int at = indexOf(name);
    if (at < 0) {
      if (size == names.length) {
        hashes = Arrays.copyOf(hashes, 2 * size);
        names = Arrays.copyOf(names, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      at = size++;
      hashes[at] = name.hashCode();
      names[at] = name;
    }
    values[at] = value;
  }

  private int indexOf(String name) {
    int hash = name.hashCode();
    for (int i = 0; i < size; i++) {
      if (hashes[i] == hash && names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The names, in the order in which they came. */
  List<String> names() {
    return List.of(Arrays.copyOf(names, size));
  }

  /** The value; null where it is missing. */
  Object get(String name) {
    int at = indexOf(name);
    return at < 0 ? null : values[at];
  }

  boolean has(String name) {
    return get(name) != null;
  }

  /** A text; numbers are texts too. */
  Optional<String> text(String name) {
    return Optional.ofNullable(get(name)).map(String::valueOf);
  }

  /** A text; this one where it is missing. */
  String text(String name, String otherwise) {
    Object value = get(name);
    return value == null ? otherwise : value.toString();
  }

  /**
   * A number, which may be written as a text such as {@code "0x4000"}.
   *
   * @throws Bad where it is none
   */
  long number(String name, long otherwise) throws Bad {
    Object value = get(name);
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
    return get(name) instanceof Boolean truth ? truth : otherwise;
  }

  List<?> list(String name) {
    return get(name) instanceof List<?> list ? list : List.of();
  }

  /** An object; one without fields where it is missing. */
  Fields object(String name) {
    return get(name) instanceof Fields fields ? fields : new Fields();
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (int i = 0; i < size; i++) {
      text.add(names[i] + "=" + values[i]);
    }
    return text.toString();
  }
}
