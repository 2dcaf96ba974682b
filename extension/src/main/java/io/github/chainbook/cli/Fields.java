package io.github.chainbook.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The fields of a JSON object, as numbers, texts, lists and fields again, in the order in which
 * they came. One object may be filled again and again, and each is asked for many names that it has
 * not: so a small table of places says at once where a name is, or that it is missing.
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

  /** How many places there are for each field that there is room for; a power of two. */
  private static final int SPARSE = 4;

  private String[] names = new String[USUAL];
  private Object[] values = new Object[USUAL];
  private int size;

  /** By a name's hash, or behind that: one more than where the field stands; 0 for none. */
  private int[] places = new int[Integer.highestOneBit(SPARSE * USUAL) * 2];

  /** Forgets all fields. */
  void clear() {
    size = 0;
    Arrays.fill(places, 0);
  }

  /** Gives a field a value, or another. */
  void set(String name, Object value) {
    int place = place(name);
    if (places[place] == 0) {
      if (size == names.length) {
        grow();
        place = place(name);
      }
      names[size] = name;
      places[place] = ++size;
    }
    values[places[place] - 1] = value;
  }

  private void grow() {
    names = Arrays.copyOf(names, 2 * size);
    values = Arrays.copyOf(values, 2 * size);
    places = new int[2 * places.length];
    for (int i = 0; i < size; i++) {
      places[place(names[i])] = i + 1;
    }
  }

  /** Where the name has its place, or may take one. */
  private int place(String name) {
    int hash = name.hashCode();
    int last = places.length - 1;
    int place = (hash ^ hash >>> 15) & last;
    while (places[place] != 0 && !isSame(names[places[place] - 1], name)) {
      place = place + 1 & last;
    }
    return place;
  }

  // Most names are one object with ours, and those that are not have another hash.
  private static boolean isSame(String name, String other) {
    return name == other || name.hashCode() == other.hashCode() && name.equals(other);
  }

  /** The names, in the order in which they came. */
  List<String> names() {
    return List.of(Arrays.copyOf(names, size));
  }

  /** The value; null where it is missing. */
  Object get(String name) {
    int at = places[place(name)];
    return at == 0 ? null : values[at - 1];
  }

  boolean has(String name) {
    return get(name) != null;
  }

  /** Whether one of these is there. */
  boolean hasAny(List<String> some) {
    for (int i = 0; i < some.size(); i++) {
      if (has(some.get(i))) {
        return true;
      }
    }
    return false;
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
