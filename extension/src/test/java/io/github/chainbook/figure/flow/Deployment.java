package io.github.chainbook.figure.flow;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.netfilter.ipset.IpSets;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Node;
import io.github.chainbook.topology.Place;
import io.github.chainbook.topology.Place.Target;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Proxy;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.topology.Service;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.FlowWalker;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Builds topologies for tests, call by call. */
public final class Deployment {

  private static final Position HERE = new Position("test", 1, 1);

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Namespace> namespaces = new LinkedHashMap<>();
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();

  /** A namespace on a node (none if empty), with an interface {@code eth0}. */
  public Deployment namespace(
      Namespace.Kind kind, String node, String name, String address, Process... processes) {
    if (!node.isEmpty()) {
      nodes.put(node, new Node(node, node));
    }
    namespaces.put(
        name,
        new Namespace(
            name,
            kind,
            name,
            Optional.of(node).filter(n -> !n.isEmpty()),
            Map.of("eth0", List.of(InterfaceAddress.parse(address).orElseThrow())),
            Optional.empty(),
            List.of(),
            Optional.of(List.of(processes)),
            List.of(),
            IpSets.NONE,
            Map.of(),
            HERE));
    return this;
  }

  /** The rules of the namespace that was added last. */
  public Deployment rules(String id, String dump) {
    Namespace last = namespaces.values().stream().reduce((a, b) -> b).orElseThrow();
    var ruleset =
        new RulesetReader().read(SourceText.of(id, dump), Optional.of(Family.IPV4)).ruleset();
    namespaces.put(
        last.name(),
        new Namespace(
            last.name(),
            last.kind(),
            last.label(),
            last.node(),
            last.interfaces(),
            last.routes(),
            last.commands(),
            last.processes(),
            List.of(new Rules(Optional.of(id), List.of(ruleset))),
            last.sets(),
            last.settings(),
            HERE));
    return this;
  }

  public Deployment service(String name, String address, String... endpoints) {
    List<Place> places =
        Stream.of(endpoints)
            .map(e -> new Place(new Target.OfNamespace(e), OptionalInt.empty(), e, HERE))
            .toList();
    services.put(name, new Service(name, List.of(address(address)), places));
    return this;
  }

  /** A link between the interfaces {@code eth0} of namespaces. */
  public Deployment link(String label, String... namespaces) {
    links.add(new Link(label, Stream.of(namespaces).map(n -> new Link.End(n, "eth0")).toList()));
    return this;
  }

  /** A flow over TCP; each place is {@code NAME:PORT} or {@code ADDRESS:PORT}. */
  public Deployment flow(String namespace, String process, String... places) {
    List<Flow.Part> parts = new ArrayList<>();
    for (String text : places) {
      String host = text.substring(0, text.lastIndexOf(':'));
      int port = Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
      Target target =
          services.containsKey(host)
              ? new Target.OfService(host)
              : namespaces.containsKey(host)
                  ? new Target.OfNamespace(host)
                  : new Target.OfAddress(address(host));
      parts.add(new Flow.Part.To(new Place(target, OptionalInt.of(port), text, HERE)));
    }
    String text = namespace + "/" + process + " -> " + String.join(" -> ", places);
    flows.add(
        new Flow(
            flows.size() + 1,
            text,
            text,
            Protocols.TCP,
            namespace,
            Optional.of(process),
            parts,
            Flow.Expected.ARRIVES,
            HERE));
    return this;
  }

  public Topology topology() {
    return new Topology(nodes, namespaces, services, links, flows);
  }

  /** What comes of its flows. */
  public List<FlowWalk> walks() {
    return new FlowWalker(topology(), Backend.LEGACY).walkAll();
  }

  public static Process process(String name, long uid, int... ports) {
    return process(name, uid, List.of(), ports);
  }

  /** A process that passes on what comes to its ports. */
  public static Process process(String name, long uid, List<Proxy> proxies, int... ports) {
    List<Listening> listens = java.util.Arrays.stream(ports).mapToObj(Deployment::port).toList();
    return new Process(
        name, OptionalLong.of(uid), OptionalLong.of(uid), List.of(), listens, proxies);
  }

  /** Passes on to the original destination; from an address, or from none if it is empty. */
  public static Proxy proxy(int port, String source) {
    Proxy.Source from =
        source.isEmpty()
            ? Proxy.Source.CHOSEN
            : new Proxy.Source(Proxy.Source.Kind.GIVEN, Optional.of(address(source)));
    return new Proxy(port(port), new Proxy.Onward.OriginalDestination(), from);
  }

  private static Listening port(int port) {
    return new Listening(Protocols.TCP, Optional.empty(), port, Optional.empty());
  }

  private static Address address(String text) {
    return Address.find(text, text.contains(":") ? Family.IPV6 : Family.IPV4).orElseThrow();
  }
}
