package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.Tables;
import java.util.Optional;

/**
 * The target of a reference: {@code [ruleset/][table/]chain}. Of two parts the first is a table if
 * it is one of the five names, else a ruleset.
 */
public record ChainPath(Optional<String> ruleset, Optional<String> table, String chain) {

  /** Reads a target; a fourth slash and what follows belongs to the chain's name. */
  public static ChainPath parse(String target) {
    String[] parts = target.split("/", 3);
    return switch (parts.length) {
      case 1 -> new ChainPath(Optional.empty(), Optional.empty(), parts[0]);
      case 2 ->
          Tables.exists(parts[0])
              ? new ChainPath(Optional.empty(), Optional.of(parts[0]), parts[1])
              : new ChainPath(Optional.of(parts[0]), Optional.empty(), parts[1]);
      default -> new ChainPath(Optional.of(parts[0]), Optional.of(parts[1]), parts[2]);
    };
  }
}
