package io.github.chainbook.netfilter;

import io.github.chainbook.xtables.packet.Field;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers of a packet by field; it does not change, and is quick to copy. */
public final class FieldMap extends AbstractMap<Field, Long> {

  private static final Field[] FIELDS = Field.values();

  private final long[] values = new long[FIELDS.length];
  private int known;

  private FieldMap() {}

  /** Takes numbers, and makes a map of them, once. */
  public static final class Builder {

    private final FieldMap map = new FieldMap();

    public void put(Field field, long value) {
      map.set(field.ordinal(), value);
    }

    /** Makes a field one that is not given. */
    public void remove(Field field) {
      map.values[field.ordinal()] = 0;
      map.known &= ~(1 << field.ordinal());
    }

    /** The map; the builder is of no more use. */
    public Map<Field, Long> build() {
      return map;
    }
  }

  static FieldMap of(Map<Field, Long> numbers) {
    if (numbers instanceof FieldMap same) {
      return same;
    }
    FieldMap map = new FieldMap();
    numbers.forEach((field, value) -> map.set(field.ordinal(), value));
    return map;
  }

  FieldMap with(Field field, long value) {
    FieldMap map = new FieldMap();
    System.arraycopy(values, 0, map.values, 0, values.length);
    map.known = known;
    map.set(field.ordinal(), value);
    return map;
  }

  private void set(int ordinal, long value) {
    values[ordinal] = value;
    known |= 1 << ordinal;
  }

  /** A bit for each field that is given, by its place. */
  int known() {
    return known;
  }

  /** The numbers by their fields' places. */
  long[] copy() {
    return values.clone();
  }

  private boolean has(Object key) {
    return key instanceof Field field && (known >> field.ordinal() & 1) != 0;
  }

  @Override
  public Long get(Object key) {
    return has(key) ? Long.valueOf(values[((Field) key).ordinal()]) : null;
  }

  @Override
  public boolean containsKey(Object key) {
    return has(key);
  }

  @Override
  public Set<Entry<Field, Long>> entrySet() {
    List<Entry<Field, Long>> entries = new ArrayList<>();
    for (Field field : FIELDS) {
      if (has(field)) {
        entries.add(Map.entry(field, values[field.ordinal()]));
      }
    }
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<Field, Long>> iterator() {
        return List.copyOf(entries).iterator();
      }

      @Override
      public int size() {
        return entries.size();
      }
    };
  }
}
