package io.github.chainbook.figure;

import java.util.Optional;

/** Names of chains that programs make up of parts, as KUBE-SVC-… and END-1-a. */
public final class ChainNames {

  /** In so many last parts the names of a family may differ. */
  public static final int MOST_PARTS = 3;

  private ChainNames() {}

  /** A name without its last parts, up to a {@code -} or {@code _}; empty where it has no more. */
  public static Optional<String> beginning(String name, int parts) {
    int end = name.length();
    for (int i = 0; i < parts && end > 0; i++) {
      end = Math.max(name.lastIndexOf('-', end - 1), name.lastIndexOf('_', end - 1));
    }
    return end > 0 ? Optional.of(name.substring(0, end + 1)) : Optional.empty();
  }
}
