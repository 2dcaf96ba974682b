package io.github.chainbook.ruleset;

import java.util.function.Supplier;

/** A value that is computed when it is asked for first, and kept; safe between threads. */
final class Memo<T> implements Supplier<T> {

  private final Supplier<T> source;
  private volatile T value;

  Memo(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    T known = value;
    return known == null ? computed() : known;
  }

  private synchronized T computed() {
    if (value == null) {
      value = source.get();
    }
    return value;
  }
}
