package io.github.chainbook.topology.reading;

import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.topology.capture.UnreadableFile;
import io.github.chainbook.xtables.Family;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads declarations for tests: with a ruleset for each family, and files that are made up. */
final class Declarations {

  private final Map<String, Rules> rulesets = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final TopologyReader reader;

  Declarations() {
    rulesets.put("sidecar", rules("sidecar", Family.IPV4));
    rulesets.put("sidecar6", rules("sidecar6", Family.IPV6));
    reader =
        new TopologyReader(
            id -> Optional.ofNullable(rulesets.get(id)), rulesets.keySet(), this::file);
  }

  private static Rules rules(String id, Family family) {
    SourceText dump = SourceText.of(id, "*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n");
    return new Rules(
        Optional.of(id), new RulesetReader().read(dump, Optional.of(family)).rulesets());
  }

  private SourceText file(String path) throws UnreadableFile {
    if (!files.containsKey(path)) {
      throw new UnreadableFile("there is no file " + path, true);
    }
    return SourceText.of(path, files.get(path));
  }

  Declarations with(String path, String text) {
    files.put(path, text);
    return this;
  }

  TopologyReading read(String yaml) {
    return reader.read(SourceText.of("t.yaml", yaml));
  }

  TopologyReading read(SourceText text) {
    return reader.read(text);
  }

  /** The diagnostics as they are printed. */
  List<String> problems(String yaml) {
    return read(yaml).diagnostics().stream().map(Object::toString).toList();
  }

  static String resource(String name) {
    try (InputStream in = Declarations.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
