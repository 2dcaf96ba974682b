package io.github.chainbook.topology.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.topology.Topology;
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
import java.util.function.Function;
import java.util.function.UnaryOperator;

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
  private static final Path DRAWN =
      Path.of("src/test/resources/io/github/chainbook/topology/drawn");
  private static final Path SIDECAR = Path.of("../content/dumps/fortio-server/iptables-save.txt");
  private static final Path BOOK = Path.of("../content");

  /** Reads one; a defect of it is a failure. */
  static DeclaredTopology of(String name) {
    return of(name, UnaryOperator.identity());
  }

  /** Reads one that is there for its figures. */
  static DeclaredTopology drawn(String name) {
    return of(
        SourceText.of(name + ".yaml", read(DRAWN.resolve(name + ".yaml"))),
        id -> read(DRAWN.resolve(id + ".rules")));
  }

  /** Reads one of the book's, from which its figures are drawn. */
  static DeclaredTopology ofTheBook(String name) {
    Path file = BOOK.resolve("topologies").resolve(name + ".yaml");
    Path gallery = BOOK.resolve("dumps/gallery");
    return of(
        SourceText.of(file.toString(), read(file)),
        id -> read(id.equals("sidecar") ? SIDECAR : gallery.resolve(id + ".txt")));
  }

  /** Reads one with rules that are changed. */
  static DeclaredTopology of(String name, UnaryOperator<String> change) {
    Function<String, String> rules =
        id -> change.apply(read(id.equals("sidecar") ? SIDECAR : FOLDER.resolve(id + ".rules")));
    return of(SourceText.of(name + ".yaml", read(FOLDER.resolve(name + ".yaml"))), rules);
  }

  /**
   * Reads one.
   *
   * @param rules the text of a ruleset, by id; of IPv6 if the id says so
   */
  static DeclaredTopology of(SourceText declaration, Function<String, String> rules) {
    Map<String, String> sets = new LinkedHashMap<>();
    TopologyReader reader =
        new TopologyReader(
            id -> Optional.of(rules(id, rules.apply(id))), Set.of(), path -> captured(path, sets));
    TopologyReading reading = reader.read(declaration);
    assertThat(reading.diagnostics()).isEmpty();
    return new DeclaredTopology(reading.topology(), sets);
  }

  private static Rules rules(String id, String text) {
    Family family = id.endsWith("-ipv6") ? Family.IPV6 : Family.IPV4;
    Reading reading = new RulesetReader().read(SourceText.of(id, text), Optional.of(family));
    assertThat(reading.diagnostics()).isEmpty();
    return new Rules(Optional.of(id), reading.rulesets());
  }

  private static SourceText captured(String path, Map<String, String> sets) {
    String text = read(FOLDER.resolve(path));
    sets.put(path.replace(".ipset", ""), text);
    return SourceText.of(path, text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
