package io.github.chainbook.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A deployment as it was declared or captured. All maps keep the order of the declaration.
 *
 * @param nodes the machines that namespaces are grouped by, by name
 * @param namespaces the network namespaces, by name
 * @param services the services, by name
 * @param links which interfaces are joined with one another
 * @param flows the connections whose way is asked for, in order
 */
public record Topology(
    Map<String, Node> nodes,
    Map<String, Namespace> namespaces,
    Map<String, Service> services,
    List<Link> links,
    List<Flow> flows) {

  public Topology {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    namespaces = Collections.unmodifiableMap(new LinkedHashMap<>(namespaces));
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    links = List.copyOf(links);
    flows = List.copyOf(flows);
  }
}
