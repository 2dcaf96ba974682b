package io.github.chainbook.topology.reading;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.Position;
import io.github.chainbook.yaml.SchemaCheck.Fault;
import io.github.chainbook.yaml.YamlReading;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a declaration: one error for each defect. */
final class Findings {

  private static final int MOST_HINTS = 500;

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparingInt((Diagnostic d) -> d.position().line())
          .thenComparingInt(d -> d.position().column());

  // Two aliases of one anchor have the same defect at the same place.
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
  private final Set<Diagnostic> ofFiles = new LinkedHashSet<>();
  private final Set<YamlValue> faulty = Collections.newSetFromMap(new IdentityHashMap<>());
  private final YamlReading yaml;
  private int hints;

  Findings(YamlReading yaml) {
    this.yaml = yaml;
    diagnostics.addAll(yaml.problems());
  }

  /** Adds what a schema found; the value is used no further. */
  void add(Fault fault) {
    faulty.add(fault.value());
    boolean broken = !yaml.problems().isEmpty();
    switch (fault.kind()) {
      case UNKNOWN_KEY -> error("topology-key", fault.position(), fault.message());
      case MISSING_KEY -> {
        // What is missing may be in lines that could not be read.
        if (!broken) {
          error("topology-key", fault.position(), fault.message());
        }
      }
      default -> {
        if (!broken || !isRemnant(fault.value())) {
          error("topology-value", fault.position(), fault.message());
        }
      }
    }
  }

  // What stands directly above lines that were left out may have lost its rest.
  private boolean isRemnant(YamlValue value) {
    return yaml.lostLines().contains(value.position().line() + 1)
        || value.shown().equals("nothing")
        || value instanceof YamlValue.Sequence list && list.items().size() < 2;
  }

  /** Whether a value was found to be wrong. */
  boolean isFaulty(YamlValue value) {
    return faulty.contains(value);
  }

  void error(String code, Position position, String message) {
    diagnostics.add(Diagnostic.error(code, position, message));
  }

  /** Reports a name of something that is not there, unless what declares it could not be read. */
  void unknown(Scalar at, int index, String what, String name, Collection<String> known) {
    if (!yaml.lost().contains(name)) {
      // Each looks at all that is known: of thousands of errors nobody reads the last.
      String hint = hints++ < MOST_HINTS ? DidYouMean.hint(name, known) : "";
      error(
          "topology-name",
          at.position(index),
          "expected the name of " + what + ", found " + BadText.shown(name) + hint);
    }
  }

  /** Adds what is wrong with a file that the declaration names. */
  void ofFile(List<Diagnostic> problems) {
    ofFiles.addAll(problems);
  }

  /** All of it: of the declaration in the order of its lines, then of files. */
  List<Diagnostic> all() {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.sort(BY_PLACE);
    all.addAll(ofFiles);
    return all;
  }
}
