package io.github.chainbook.topology.reading;

import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.capture.CaptureReader;
import io.github.chainbook.topology.capture.CapturedFiles;
import io.github.chainbook.yaml.SchemaCheck;
import io.github.chainbook.yaml.YamlReader;
import io.github.chainbook.yaml.YamlReading;
import io.github.chainbook.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the declaration of a topology: YAML, as {@code topology.schema.json} beside this class has
 * it. Nothing is thrown for bad input: each defect becomes one error, at its line and column, and
 * the rest is read.
 */
public final class TopologyReader {

  private static final String SCHEMA = "topology.schema.json";

  private final Namespaces.RulesetIds rulesets;
  private final CapturedFiles files;
  private final CaptureReader captures = new CaptureReader(new RulesetReader());
  private final YamlReader yaml = new YamlReader();
  private final SchemaCheck schema = new SchemaCheck(schema());

  /**
   * A reader.
   *
   * @param rulesets the rulesets that a declaration may name, by id
   * @param rulesetIds their ids, to find the one that was probably meant
   * @param files the files that a declaration may name
   */
  public TopologyReader(
      Function<String, Optional<Rules>> rulesets, Set<String> rulesetIds, CapturedFiles files) {
    this.rulesets = new Namespaces.RulesetIds(rulesets, rulesetIds);
    this.files = files;
  }

  /** The JSON Schema of declarations. */
  static String schema() {
    try (InputStream in = TopologyReader.class.getResourceAsStream(SCHEMA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a declaration. */
  public TopologyReading read(SourceText text) {
    YamlReading reading = yaml.read(text);
    Findings findings = new Findings(reading);
    Optional<YamlValue> root = reading.root();
    if (root.isEmpty()) {
      if (reading.problems().isEmpty()) {
        findings.error(
            "topology-value",
            text.position(0, 1),
            "expected keys such as network-namespaces and flows, found nothing");
      }
      Topology nothing = new Topology(Map.of(), Map.of(), Map.of(), List.of(), List.of());
      return new TopologyReading(nothing, findings.all());
    }
    schema.faults(root.get()).forEach(findings::add);
    Declaration declaration = new Declaration(rulesets, captures, files, findings);
    Topology topology = declaration.read(root.get());
    return new TopologyReading(topology, findings.all());
  }
}
