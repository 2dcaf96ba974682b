package io.github.chainbook.topology.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.capture.UnreadableFile;
import io.github.chainbook.topology.reading.TopologyReader;
import io.github.chainbook.topology.reading.TopologyReading;
import io.github.chainbook.xtables.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A topology that is declared in a file of its own, with its rules beside it: {@code NAME.rules},
 * of IPv6 if the name says so, or the book's dump of a sidecar. The members of a namespace's sets
 * are in {@code NAMESPACE.ipset}.
 *
 * @param topology the topology
 * @param sets what {@code ipset restore} reads, by namespace
 */
record DeclaredTopology(Topology topology, Map<String, String> sets) {

  private static final Path FOLDER =
      Path.of("src/test/resources/io/github/chainbook/topology/kernel");
  private static final Path SIDECAR = Path.of("../content/dumps/fortio-server/iptables-save.txt");

  /** Reads one; a defect of it is a failure. */
  static DeclaredTopology of(String name) throws IOException {
    Map<String, String> sets = new LinkedHashMap<>();
    TopologyReader reader =
        new TopologyReader(id -> Optional.of(rules(id)), Set.of(), path -> captured(path, sets));
    TopologyReading reading = reader.read(text(FOLDER.resolve(name + ".yaml")));
    assertThat(reading.diagnostics()).isEmpty();
    return new DeclaredTopology(reading.topology(), sets);
  }

  private static Rules rules(String id) {
    try {
      Path file = id.equals("sidecar") ? SIDECAR : FOLDER.resolve(id + ".rules");
      Family family = id.endsWith("-ipv6") ? Family.IPV6 : Family.IPV4;
      Reading reading = new RulesetReader().read(text(file), Optional.of(family));
      assertThat(reading.diagnostics()).isEmpty();
      return new Rules(Optional.of(id), reading.rulesets());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceText captured(String path, Map<String, String> sets) throws UnreadableFile {
    try {
      Path file = FOLDER.resolve(path);
      sets.put(path.replace(".ipset", ""), Files.readString(file));
      return text(file);
    } catch (IOException e) {
      throw new UnreadableFile(e.getMessage(), true);
    }
  }

  private static SourceText text(Path file) throws IOException {
    return SourceText.of(file.getFileName().toString(), Files.readAllBytes(file));
  }
}
