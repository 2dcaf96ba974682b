package io.github.chainbook.asciidoc;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.ipset.IpSets;
import io.github.chainbook.netfilter.language.EnvironmentText;
import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.flow.Machines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the attributes of a trace say of the machine that loads the rules: by themselves, or by
 * naming a topology that has it.
 *
 * @param environment its addresses and listeners
 * @param sets its sets
 * @param backend the back end that loads the rules
 * @param namespace the namespace of a topology that it is; empty if none is named
 */
record MachineAttributes(
    Environment environment, IpSets sets, Backend backend, Optional<Namespace> namespace) {

  private static final List<String> BACKENDS = List.of("legacy", "nft");

  /**
   * Reads the attributes. What a topology says gives way to what is said of the trace alone.
   *
   * @param entry the ruleset that the trace is of
   */
  static MachineAttributes read(ViewAttributes attributes, Book.Entry entry, BlockReports reports)
      throws DumpFile.Refused {
    Environment own =
        EnvironmentText.read(
            attributes.text("addrs"),
            attributes.text("listen"),
            message -> reports.error("bad-attribute", message));
    Optional<Namespace> namespace = namespace(attributes, entry, reports);
    Environment environment = namespace.map(n -> with(Machines.forPackets(n), own)).orElse(own);
    IpSets sets =
        attributes.text("sets").isPresent()
            ? sets(attributes.text("sets").get(), reports)
            : namespace.map(Namespace::sets).orElse(IpSets.NONE);
    return new MachineAttributes(environment, sets, backend(attributes, reports), namespace);
  }

  private static Environment with(Environment machine, Environment own) {
    Map<String, List<InterfaceAddress>> addresses = new LinkedHashMap<>(machine.addresses());
    addresses.putAll(own.addresses());
    return new Environment(
        machine.mode(),
        machine.complete(),
        addresses,
        machine.routes(),
        machine.commands(),
        own.listeners().or(machine::listeners),
        machine.settings());
  }

  private static IpSets sets(String path, BlockReports reports) throws DumpFile.Refused {
    Dump dump = Dump.ofFile(reports.container().getDocument(), path, reports.place());
    IpSets sets = IpSets.parse(dump.text());
    sets.problems().forEach(problem -> Reports.log(reports.processor(), problem, dump));
    return sets;
  }

  /** The back end that is asked for. */
  static Backend backend(ViewAttributes attributes, BlockReports reports) {
    String word = attributes.text("backend").orElse("legacy");
    if (!BACKENDS.contains(word)) {
      reports.badWord("backend of ", word, BACKENDS);
    }
    return word.equals("nft") ? Backend.NFT : Backend.LEGACY;
  }

  private static Optional<Namespace> namespace(
      ViewAttributes attributes, Book.Entry entry, BlockReports reports) {
    Optional<String> id = attributes.text("topology");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Book book = Book.of(reports.container());
    Optional<Book.Deployment> deployment = book.topology(id.get());
    if (deployment.isEmpty()) {
      reports.error("unknown-topology", book.unknownTopology(id.get()));
      return Optional.empty();
    }
    Map<String, Namespace> having = new LinkedHashMap<>();
    deployment.get().topology().namespaces().values().stream()
        .filter(namespace -> has(namespace, entry.ids().ruleset()))
        .forEach(namespace -> having.put(namespace.name(), namespace));
    return one(attributes, having, entry, reports);
  }

  private static boolean has(Namespace namespace, String ruleset) {
    return namespace.rules().stream().anyMatch(rules -> rules.id().equals(Optional.of(ruleset)));
  }

  private static Optional<Namespace> one(
      ViewAttributes attributes,
      Map<String, Namespace> having,
      Book.Entry entry,
      BlockReports reports) {
    Optional<String> name = attributes.own("namespace");
    String which = having.keySet().stream().collect(Collectors.joining(", "));
    if (having.isEmpty()) {
      reports.error(
          "bad-attribute",
          "no namespace of that topology has the ruleset '" + entry.ids().ruleset() + "'");
    } else if (name.isPresent() && !having.containsKey(name.get())) {
      reports.badWord("a namespace with this ruleset: ", name.get(), List.copyOf(having.keySet()));
    } else if (name.isEmpty() && having.size() > 1) {
      reports.error(
          "bad-attribute", "several namespaces have this ruleset, expected namespace= of " + which);
    }
    return name.or(() -> having.keySet().stream().findFirst()).map(having::get);
  }
}
