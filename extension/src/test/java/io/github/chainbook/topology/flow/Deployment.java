package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.netfilter.ipset.IpSets;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Proxy;
import io.github.chainbook.topology.Proxy.Onward;
import io.github.chainbook.topology.Proxy.Source;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.topology.Service;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A topology in few words; what is said of a namespace is of the one that was named last. */
final class Deployment {

  private final Map<String, Namespace> namespaces = new LinkedHashMap<>();
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private String last;

  /**
   * A namespace.
   *
   * @param interfaces such as {@code eth0 10.0.0.1/24 2001:db8::1/64}
   */
  Deployment has(Namespace.Kind kind, String name, String... interfaces) {
    Map<String, List<InterfaceAddress>> all = new LinkedHashMap<>();
    for (String line : interfaces) {
      String[] words = line.split(" ");
      all.put(
          words[0],
          Arrays.stream(words)
              .skip(1)
              .map(word -> InterfaceAddress.parse(word).orElseThrow())
              .toList());
    }
    last = name;
    namespaces.put(
        name,
        new Namespace(
            name,
            kind,
            name,
            Optional.empty(),
            all,
            Optional.empty(),
            List.of(),
            Optional.of(List.of()),
            List.of(),
            IpSets.NONE,
            Map.of(),
            FlowText.HERE));
    return this;
  }

  Deployment pod(String name, String... interfaces) {
    return has(Namespace.Kind.POD, name, interfaces);
  }

  Deployment host(String name, String... interfaces) {
    return has(Namespace.Kind.HOST, name, interfaces);
  }

  Deployment on(String node) {
    Namespace n = now();
    return now(
        n, Optional.of(node), n.routes(), n.commands(), n.processes(), n.rules(), n.settings());
  }

  Deployment routes(String... routes) {
    Namespace n = now();
    return now(
        n,
        n.node(),
        Optional.of(List.of(routes)),
        n.commands(),
        n.processes(),
        n.rules(),
        n.settings());
  }

  Deployment ip(String... commands) {
    Namespace n = now();
    return now(n, n.node(), n.routes(), List.of(commands), n.processes(), n.rules(), n.settings());
  }

  Deployment sysctl(String name, String value) {
    Namespace n = now();
    Map<String, String> all = new LinkedHashMap<>(n.settings());
    all.put(name, value);
    return now(n, n.node(), n.routes(), n.commands(), n.processes(), n.rules(), all);
  }

  /** Says nothing of who listens. */
  Deployment withUnknownProcesses() {
    Namespace n = now();
    return now(n, n.node(), n.routes(), n.commands(), Optional.empty(), n.rules(), n.settings());
  }

  Deployment rules(String text) {
    return rules(text, Family.IPV4);
  }

  Deployment rules(String text, Family family) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Reading reading = new RulesetReader().read(SourceText.of("rules", bytes), Optional.of(family));
    if (reading.hasErrors()) {
      throw new IllegalArgumentException(reading.diagnostics().toString());
    }
    Namespace n = now();
    List<Rules> all = new ArrayList<>(n.rules());
    all.add(new Rules(Optional.empty(), reading.rulesets()));
    return now(n, n.node(), n.routes(), n.commands(), n.processes(), all, n.settings());
  }

  /**
   * A process of user and group {@code id}.
   *
   * @param sockets such as {@code 8080}, {@code 53/udp}, {@code 127.0.0.1:80}, {@code [::1]:80}
   */
  Deployment runs(String name, int id, String... sockets) {
    return add(
        new Process(
            name,
            OptionalLong.of(id),
            OptionalLong.of(id),
            List.of(),
            Arrays.stream(sockets).map(FlowText::socket).toList(),
            List.of()));
  }

  /** The last process passes on what comes to a socket of it. */
  Deployment proxying(String from, Onward to, Source source) {
    List<Process> all = new ArrayList<>(now().processes().orElseThrow());
    Process process = all.remove(all.size() - 1);
    List<Proxy> proxies = new ArrayList<>(process.proxies());
    Listening socket = FlowText.socket(from);
    proxies.add(new Proxy(socket, to, source));
    Namespace n = now();
    now(n, n.node(), n.routes(), n.commands(), Optional.of(all), n.rules(), n.settings());
    return add(
        new Process(
            process.name(),
            process.uid(),
            process.gid(),
            process.groups(),
            process.listens(),
            proxies));
  }

  static Source from(String address) {
    return new Source(
        Source.Kind.GIVEN, InterfaceAddress.parse(address).map(InterfaceAddress::address));
  }

  static final Onward ORIGINAL = new Onward.OriginalDestination();
  static final Source KEPT = new Source(Source.Kind.KEPT, Optional.empty());

  private Deployment add(Process process) {
    Namespace n = now();
    List<Process> all = new ArrayList<>(n.processes().orElseThrow());
    all.add(process);
    return now(n, n.node(), n.routes(), n.commands(), Optional.of(all), n.rules(), n.settings());
  }

  private Namespace now() {
    return namespaces.get(last);
  }

  private Deployment now(
      Namespace n,
      Optional<String> node,
      Optional<List<String>> routes,
      List<String> commands,
      Optional<List<Process>> processes,
      List<Rules> rules,
      Map<String, String> settings) {
    namespaces.put(
        last,
        new Namespace(
            n.name(),
            n.kind(),
            n.label(),
            node,
            n.interfaces(),
            routes,
            commands,
            processes,
            rules,
            n.sets(),
            settings,
            n.position()));
    return this;
  }

  Deployment service(String name, String address, String... endpoints) {
    List<Address> addresses =
        address.isEmpty() ? List.of() : List.of(FlowText.address(address).orElseThrow());
    services.put(
        name,
        new Service(
            name,
            addresses,
            Arrays.stream(endpoints).map(e -> FlowText.place(e, Map.of())).toList()));
    return this;
  }

  /** A link of interfaces, each {@code NAMESPACE/INTERFACE}. */
  Deployment link(String... ends) {
    links.add(
        new Link(
            "",
            Arrays.stream(ends)
                .map(end -> end.split("/"))
                .map(parts -> new Link.End(parts[0], parts[1]))
                .toList()));
    return this;
  }

  /** A flow over TCP that is to arrive. */
  Deployment flow(String text) {
    return flow(text, Protocols.TCP, Flow.Expected.ARRIVES);
  }

  Deployment flow(String text, int protocol, Flow.Expected expected) {
    flows.add(FlowText.read(flows.size() + 1, text, protocol, expected, services));
    return this;
  }

  Topology topology() {
    return new Topology(Map.of(), namespaces, services, links, flows);
  }

  /** What comes of the last flow. */
  Walked walk() {
    List<FlowWalk> walks = new FlowWalker(topology(), Backend.LEGACY).walkAll();
    return new Walked(walks.get(walks.size() - 1));
  }

  /** What comes of this flow over TCP that is to arrive. */
  Walked walk(String text) {
    return flow(text).walk();
  }
}
