package io.github.chainbook.topology.reading;

import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.capture.CapturedFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the declaration of a topology. Nothing is thrown for bad input. */
public final class TopologyReader {

  private final Function<String, Optional<Rules>> rulesets;
  private final Set<String> rulesetIds;
  private final CapturedFiles files;

  /**
   * A reader.
   *
   * @param rulesets the rulesets that a declaration may name, by id
   * @param rulesetIds their ids, to find the one that was probably meant
   * @param files the files that a declaration may name
   */
  public TopologyReader(
      Function<String, Optional<Rules>> rulesets, Set<String> rulesetIds, CapturedFiles files) {
    this.rulesets = rulesets;
    this.rulesetIds = rulesetIds;
    this.files = files;
  }

  /** Reads a declaration. */
  public TopologyReading read(SourceText text) {
    Topology nothing = new Topology(Map.of(), Map.of(), Map.of(), List.of(), List.of());
    return new TopologyReading(nothing, List.of());
  }
}
