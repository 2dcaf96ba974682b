package io.github.chainbook.topology;

import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.value.Address;
import java.util.OptionalInt;

/**
 * Where a connection is to go.
 *
 * @param target what is named
 * @param port its port; empty where another one decides
 * @param text as it was written
 * @param position where it was written
 */
public record Place(Target target, OptionalInt port, String text, Position position) {

  /** What is named. */
  public sealed interface Target {

    /** The addresses of a namespace. */
    record OfNamespace(String name) implements Target {}

    /** The address of a service. */
    record OfService(String name) implements Target {}

    /** An address. */
    record OfAddress(Address address) implements Target {}
  }
}
