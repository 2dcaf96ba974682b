package io.github.chainbook.topology.reading;

import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Node;
import io.github.chainbook.topology.Service;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.capture.CaptureReader;
import io.github.chainbook.topology.capture.CapturedFiles;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Entry;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one declaration that a schema has checked: names first, then what uses them. */
final class Declaration {

  /** Before a namespace's name in flows, so that none can be called that. */
  private static final Set<String> RESERVED = Set.of("ns");

  private final Namespaces.RulesetIds rulesets;
  private final CaptureReader captureReader;
  private final CapturedFiles files;
  private final Findings findings;
  private final Keys keys;
  private final Names names;

  Declaration(
      Namespaces.RulesetIds rulesets,
      CaptureReader captureReader,
      CapturedFiles files,
      Findings findings) {
    this.rulesets = rulesets;
    this.captureReader = captureReader;
    this.files = files;
    this.findings = findings;
    this.keys = new Keys(findings);
    this.names = new Names(findings);
  }

  Topology read(YamlValue root) {
    Map<String, Entry> nodes = named(root, "nodes", Set.of());
    Map<String, Entry> namespaces = named(root, "network-namespaces", RESERVED);
    Map<String, Entry> services = named(root, "services", RESERVED);
    Places places = new Places(namespaces.keySet(), services.keySet(), findings);
    Processes processes = new Processes(keys, places, findings);
    Captures captures = new Captures(keys, captureReader, files, findings);
    Namespaces reader =
        new Namespaces(keys, names, processes, captures, rulesets, nodes.keySet(), findings);
    Map<String, Namespace> read = new LinkedHashMap<>();
    namespaces.forEach((name, entry) -> read.put(name, reader.read(entry.key(), entry.value())));
    List<Link> links = links(root, read, namespaces);
    Addresses.check(reader.given(), links, findings);
    return new Topology(
        nodes(nodes),
        read,
        services(services, namespaces.keySet()),
        links,
        flows(root, new Flows(keys, read, places, findings)));
  }

  private Map<String, Entry> named(YamlValue root, String key, Set<String> reserved) {
    return names.named(keys.entries(keys.value(root, key)), reserved);
  }

  private Map<String, Node> nodes(Map<String, Entry> entries) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    entries.forEach(
        (name, entry) -> {
          String label = keys.text(entry.value(), "label").map(Scalar::text).orElse(name);
          nodes.put(name, new Node(name, label));
        });
    return nodes;
  }

  private List<Link> links(
      YamlValue root, Map<String, Namespace> namespaces, Map<String, Entry> entries) {
    Set<String> unread = new HashSet<>();
    entries.forEach(
        (name, entry) -> {
          if (entry.value() instanceof YamlValue.Mapping mapping
              && mapping.entries().containsKey("interfaces")
              && keys.value(mapping, "interfaces").isEmpty()) {
            unread.add(name);
          }
        });
    Links reader = new Links(keys, namespaces, unread, findings);
    List<Link> links = new ArrayList<>();
    for (YamlValue value : keys.items(keys.value(root, "links"))) {
      reader.read(value).ifPresent(links::add);
    }
    return links;
  }

  private Map<String, Service> services(Map<String, Entry> entries, Set<String> namespaces) {
    // An endpoint is a namespace even where a service has its name.
    Services reader = new Services(keys, new Places(namespaces, Set.of(), findings), findings);
    Map<String, Service> services = new LinkedHashMap<>();
    entries.forEach((name, entry) -> services.put(name, reader.read(name, entry.value())));
    return services;
  }

  private List<Flow> flows(YamlValue root, Flows reader) {
    Optional<YamlValue> value = keys.value(root, "flows");
    List<Flow> flows = new ArrayList<>();
    int number = 0;
    List<YamlValue> all =
        value.orElse(null) instanceof YamlValue.Sequence list ? list.items() : List.of();
    for (YamlValue one : all) {
      number++;
      if (keys.isThere(one)) {
        reader.read(number, one).ifPresent(flows::add);
      }
    }
    return flows;
  }
}
