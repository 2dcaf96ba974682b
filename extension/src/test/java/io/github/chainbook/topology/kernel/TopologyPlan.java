package io.github.chainbook.topology.kernel;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.SaveText;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Place;
import io.github.chainbook.topology.Place.Target;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Proxy;
import io.github.chainbook.topology.Service;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A topology as a plan of {@code src/test/kernel/topology-oracle}. A name stands for its first
 * address, and an interface for a bridge if it is called as bridges are.
 */
final class TopologyPlan {

  private static final String BRIDGES = "(docker|cni|br|virbr)[-0-9].*";

  private final Topology topology;
  private final ToIntFunction<Flow> repeats;
  private final Map<String, String> sets;

  /**
   * A plan.
   *
   * @param repeats how often each flow is sent
   * @param sets what {@code ipset restore} reads, by namespace
   */
  TopologyPlan(Topology topology, ToIntFunction<Flow> repeats, Map<String, String> sets) {
    this.topology = topology;
    this.repeats = repeats;
    this.sets = sets;
  }

  /** The plan as JSON's values. */
  Map<String, Object> values() {
    Map<String, Object> namespaces = new LinkedHashMap<>();
    topology.namespaces().forEach((name, said) -> namespaces.put(name, namespace(said)));
    return Map.of(
        "namespaces", namespaces,
        "links", topology.links().stream().map(TopologyPlan::link).toList(),
        "services", topology.services().values().stream().map(this::service).toList(),
        "flows", topology.flows().stream().map(this::flow).toList());
  }

  private Map<String, Object> namespace(Namespace said) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Object> interfaces = new LinkedHashMap<>();
    said.interfaces().forEach((name, own) -> interfaces.put(name, texts(own)));
    values.put("interfaces", interfaces);
    said.routes().ifPresent(routes -> values.put("routes", routes));
    values.put("ip", said.commands());
    values.put("sysctl", settings(said));
    boolean transparent = false;
    for (Ruleset rules : said.rules().stream().flatMap(r -> r.rulesets().stream()).toList()) {
      String text = SaveText.of(rules, false);
      values.put(rules.family() == Family.IPV4 ? "rules" : "rules6", text);
      transparent |= text.contains("-j TPROXY");
    }
    Optional.ofNullable(sets.get(said.name())).ifPresent(text -> values.put("ipset", text));
    Map<String, Object> processes = new LinkedHashMap<>();
    for (Process process : said.processes().orElse(List.of())) {
      processes.put(process.name(), process(process, transparent));
    }
    values.put("processes", processes);
    return values;
  }

  private static Map<String, String> settings(Namespace said) {
    Map<String, String> settings = new LinkedHashMap<>();
    // Flows are forwarded by hosts, as those forward that hold containers.
    if (said.kind() == Namespace.Kind.HOST) {
      settings.put("ipv4.ip_forward", "1");
      settings.put("ipv6.conf.all.forwarding", "1");
    }
    settings.putAll(said.settings());
    return settings;
  }

  private static List<String> texts(List<InterfaceAddress> addresses) {
    return addresses.stream().map(InterfaceAddress::toString).toList();
  }

  private Map<String, Object> process(Process process, boolean transparent) {
    Map<String, Object> values = new LinkedHashMap<>();
    process.uid().ifPresent(uid -> values.put("uid", uid));
    process.gid().ifPresent(gid -> values.put("gid", gid));
    values.put("groups", process.groups());
    List<Object> listens = new ArrayList<>();
    for (Listening socket : process.listens()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", socket.toString());
      one.put("protocol", protocol(socket.protocol()));
      socket.address().ifPresent(address -> one.put("address", address.toString()));
      one.put("port", socket.port());
      socket.family().ifPresent(f -> one.put("families", List.of(f == Family.IPV4 ? 4 : 6)));
      one.put("transparent", transparent && isProxied(process, socket));
      listens.add(one);
    }
    values.put("listens", listens);
    values.put("proxies", process.proxies().stream().map(this::proxy).toList());
    return values;
  }

  private static boolean isProxied(Process process, Listening socket) {
    return process.proxies().stream().anyMatch(proxy -> proxy.from().equals(socket));
  }

  private Map<String, Object> proxy(Proxy proxy) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("from", proxy.from().toString());
    if (proxy.to() instanceof Proxy.Onward.To named) {
      values.put("to", place(named.place()));
    } else {
      boolean endpoint = proxy.to() instanceof Proxy.Onward.OriginalEndpoint;
      values.put("to", endpoint ? "original-endpoint" : "original-destination");
    }
    switch (proxy.source().kind()) {
      case GIVEN -> values.put("source", proxy.source().address().orElseThrow().toString());
      case KEPT -> values.put("source", "original-source");
      case CHOSEN -> {}
    }
    return values;
  }

  private static Map<String, Object> link(Link link) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("ends", link.ends().stream().map(TopologyPlan::end).toList());
    link.ends().stream()
        .filter(end -> end.device().matches(BRIDGES))
        .findFirst()
        .ifPresent(bridge -> values.put("bridge", end(bridge)));
    return values;
  }

  private static List<String> end(Link.End end) {
    return List.of(end.namespace(), end.device());
  }

  private Map<String, Object> service(Service service) {
    return Map.of(
        "addresses", service.addresses().stream().map(Address::toString).toList(),
        "endpoints", service.endpoints().stream().map(this::place).toList());
  }

  private Map<String, Object> flow(Flow flow) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", flow.number());
    values.put("namespace", flow.namespace());
    flow.process().ifPresent(name -> values.put("process", name));
    values.put("protocol", protocol(flow.protocol()));
    List<Object> places = new ArrayList<>();
    for (Flow.Part part : flow.parts()) {
      if (part instanceof Flow.Part.To to) {
        places.add(place(to.place()));
      }
    }
    values.put("places", places);
    values.put("repeat", repeats.applyAsInt(flow));
    return values;
  }

  private Map<String, Object> place(Place place) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("address", address(place.target()).toString());
    place.port().ifPresent(port -> values.put("port", port));
    return values;
  }

  private Address address(Target target) {
    if (target instanceof Target.OfAddress given) {
      return given.address();
    }
    if (target instanceof Target.OfService named) {
      return topology.services().get(named.name()).addresses().get(0);
    }
    String name = ((Target.OfNamespace) target).name();
    return topology.namespaces().get(name).interfaces().entrySet().stream()
        .filter(entry -> !entry.getKey().equals("lo"))
        .flatMap(entry -> entry.getValue().stream())
        .findFirst()
        .orElseThrow()
        .address();
  }

  private static String protocol(int number) {
    return number == Protocols.UDP ? "udp" : "tcp";
  }
}
