package io.github.chainbook.topology.reading;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.topology.Topology;
import java.util.List;

/**
 * What came of reading a declaration.
 *
 * @param topology what could be read; parts that are wrong are left out
 * @param diagnostics what is wrong, in the order of the lines: with the declaration itself, then
 *     with the files that it names
 */
public record TopologyReading(Topology topology, List<Diagnostic> diagnostics) {

  public TopologyReading {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether anything is an error. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
