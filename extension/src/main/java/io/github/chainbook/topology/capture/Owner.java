package io.github.chainbook.topology.capture;

import java.util.List;
import java.util.OptionalLong;

/**
 * Whose a process is.
 *
 * @param uid its user; empty if not known
 * @param gid its group; empty if not known
 * @param groups its further groups
 */
record Owner(OptionalLong uid, OptionalLong gid, List<Long> groups) {

  /** Nobody knows. */
  static final Owner UNKNOWN = new Owner(OptionalLong.empty(), OptionalLong.empty(), List.of());

  Owner {
    groups = List.copyOf(groups);
  }
}
