package io.github.chainbook.suite;

import java.util.Optional;

/**
 * How a rule of another project and what we read from it compare.
 *
 * @param file the file below the corpus' folder
 * @param number the rule's place in the file, from 1: an entry of JSON, or a line
 * @param dump the rule as we read it
 * @param difference how the two differ; empty where they agree
 */
record PeerResult(String file, int number, RuleDump dump, Optional<String> difference) {

  /** The place, as the list of known differences names it. */
  String key() {
    return file + " " + number;
  }

  @Override
  public String toString() {
    return key() + ": " + dump.rule() + ": " + difference.orElse("agrees");
  }
}
