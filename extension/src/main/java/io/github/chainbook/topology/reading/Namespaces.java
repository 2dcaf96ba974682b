package io.github.chainbook.topology.reading;

import io.github.chainbook.netfilter.ipset.IpSets;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.netfilter.machine.IpCommand;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.Position;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Entry;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads network namespaces. */
final class Namespaces {

  private final Keys keys;
  private final Names names;
  private final Processes processes;
  private final Captures captures;
  private final RulesetIds rulesets;
  private final Set<String> nodes;
  private final Findings findings;
  private final List<Addresses.Given> given = new ArrayList<>();

  /**
   * The rulesets that may be named.
   *
   * @param find finds one by its id
   * @param known the ids of all
   */
  record RulesetIds(Function<String, Optional<Rules>> find, Set<String> known) {}

  Namespaces(
      Keys keys,
      Names names,
      Processes processes,
      Captures captures,
      RulesetIds rulesets,
      Set<String> nodes,
      Findings findings) {
    this.keys = keys;
    this.names = names;
    this.processes = processes;
    this.captures = captures;
    this.rulesets = rulesets;
    this.nodes = nodes;
    this.findings = findings;
  }

  /** The addresses that were given by hand, so far. */
  List<Addresses.Given> given() {
    return given;
  }

  /** Reads a namespace. */
  Namespace read(Scalar key, YamlValue value) {
    String name = key.text();
    Declared byHand =
        new Declared(
            keys.value(value, "interfaces").map(all -> interfaces(name, all)),
            keys.value(value, "routes").map(all -> commands(all, IpCommand::faultOfRoute)),
            keys.value(value, "ip").map(all -> commands(all, IpCommand::fault)),
            keys.value(value, "processes").map(this::processes),
            keys.value(value, "ruleset").map(this::rules),
            keys.value(value, "sets").map(new Sets(keys, findings)::read),
            settings(value));
    Declared all = captures.under(byHand, value);
    String label = keys.text(value, "label").map(Scalar::text).orElse(name);
    return all.namespace(blank(name, kind(value), label, node(value), key.position()));
  }

  private static Namespace blank(
      String name, Namespace.Kind kind, String label, Optional<String> node, Position position) {
    return new Namespace(
        name,
        kind,
        label,
        node,
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        IpSets.NONE,
        Map.of(),
        position);
  }

  private Namespace.Kind kind(YamlValue value) {
    return keys.text(value, "kind")
        .map(text -> Namespace.Kind.valueOf(text.text().toUpperCase(Locale.ROOT)))
        .orElse(Namespace.Kind.NAMESPACE);
  }

  private Optional<String> node(YamlValue value) {
    Optional<Scalar> node = keys.text(value, "node");
    if (node.isPresent() && !nodes.contains(node.get().text())) {
      findings.unknown(node.get(), 0, "a node", node.get().text(), nodes);
      return Optional.empty();
    }
    return node.map(Scalar::text);
  }

  private Map<String, List<InterfaceAddress>> interfaces(String namespace, YamlValue value) {
    Map<String, List<InterfaceAddress>> interfaces = new LinkedHashMap<>();
    keys.entries(Optional.of(value))
        .forEach(
            (device, entry) -> {
              if (!IpCommand.isDevice(device)) {
                findings.error(
                    "topology-name",
                    entry.key().position(),
                    "expected the name of an interface, of at most 15 bytes without blanks, '/' and"
                        + " ':', found "
                        + entry.key().shown());
              } else {
                interfaces.put(device, addresses(namespace, device, entry.value()));
              }
            });
    return interfaces;
  }

  private List<InterfaceAddress> addresses(String namespace, String device, YamlValue value) {
    List<InterfaceAddress> addresses = new ArrayList<>();
    Optional<YamlValue> there = Optional.of(value);
    for (Scalar text : keys.texts(there)) {
      Optional<InterfaceAddress> address =
          InterfaceAddress.parse(text.text()).filter(a -> !a.address().isZero());
      if (address.isEmpty()) {
        findings.error(
            "topology-value",
            text.position(),
            "expected an address such as 10.0.0.1/24 or 2001:db8::1/64, found " + text.shown());
      } else {
        given.add(new Addresses.Given(namespace, device, address.get(), text.position()));
        addresses.add(address.get());
      }
    }
    return addresses;
  }

  private List<String> commands(
      YamlValue value, Function<String, Optional<IpCommand.Fault>> check) {
    List<String> commands = new ArrayList<>();
    for (Scalar text : keys.texts(Optional.of(value))) {
      Optional<IpCommand.Fault> fault = check.apply(text.text());
      if (fault.isPresent()) {
        Position at = text.position(fault.get().index());
        findings.error("topology-route", at, fault.get().message());
      } else {
        commands.add(text.text().strip());
      }
    }
    return commands;
  }

  private List<Process> processes(YamlValue value) {
    List<Process> all = new ArrayList<>();
    Map<String, Entry> named = names.named(keys.entries(Optional.of(value)), Set.of());
    named.forEach((name, entry) -> all.add(processes.read(name, entry.value())));
    return all;
  }

  private List<Rules> rules(YamlValue value) {
    List<Rules> all = new ArrayList<>();
    Set<Family> families = new HashSet<>();
    for (Scalar id : keys.texts(Optional.of(value))) {
      Optional<Rules> rules = rulesets.find.apply(id.text());
      if (rules.isEmpty()) {
        findings.error(
            "unknown-ruleset",
            id.position(),
            "expected the id of a ruleset that stands above, found "
                + id.shown()
                + DidYouMean.hint(id.text(), rulesets.known));
      } else if (rules.get().rulesets().stream().anyMatch(r -> !families.add(r.family()))) {
        findings.error(
            "topology-value",
            id.position(),
            "expected a ruleset of another family than that before it, found " + id.shown());
      } else {
        all.add(rules.get());
      }
    }
    return all;
  }

  // sysctl -a writes net. in front of all that routing obeys.
  private Map<String, String> settings(YamlValue value) {
    Map<String, String> settings = new LinkedHashMap<>();
    keys.entries(keys.value(value, "sysctl"))
        .forEach(
            (name, entry) -> {
              if (entry.value() instanceof Scalar text) {
                settings.put(name.replaceFirst("^net[./]", ""), text.text());
              }
            });
    return settings;
  }
}
