package io.github.chainbook.figure.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Service;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the parts of a topology are called in its figures.
 *
 * @param topology the topology
 * @param words the language
 */
public record Names(Topology topology, Messages words) {

  /**
   * {@code fortio-server:8080}: the service or namespace that has the address, else the address.
   */
  public String of(Endpoint end) {
    String port = end.port() > 0 ? ":" + end.port() : "";
    return end.address() == null ? port : host(end).map(name -> name + port).orElse(plain(end));
  }

  private Optional<String> host(Endpoint end) {
    return Stream.concat(service(end.address()).stream(), owner(end.address()).stream())
        .findFirst();
  }

  /** The service that has this address. */
  public Optional<String> service(Address address) {
    return topology.services().values().stream()
        .filter(service -> service.addresses().contains(address))
        .map(Service::name)
        .findFirst();
  }

  /** The namespace of which an interface has this address. */
  public Optional<String> owner(Address address) {
    return topology.namespaces().values().stream()
        .filter(namespace -> addresses(namespace).contains(address))
        .map(Namespace::name)
        .findFirst();
  }

  /** The addresses of a namespace's interfaces, in order. */
  public static List<Address> addresses(Namespace namespace) {
    return namespace.interfaces().values().stream()
        .flatMap(List::stream)
        .map(own -> own.address())
        .toList();
  }

  /** A process; what is said of one that nobody named. */
  public String of(Optional<Process> process) {
    return process.map(Process::name).orElseGet(() -> words.text("process.unnamed"));
  }

  /** The user that a process runs as; empty if nothing is said of that. */
  public Optional<String> user(Process process) {
    return process.uid().isPresent()
        ? Optional.of(words.text("process.user", "uid", String.valueOf(process.uid().getAsLong())))
        : Optional.empty();
  }

  /** How a flow ends, in a word. */
  public String of(Ending ending) {
    return words.text("ending." + ending.word());
  }

  /** An address, with its port if that is known. */
  static String plain(Endpoint end) {
    return (end.port() > 0 ? end : new Endpoint(end.address(), Header.NO_PORT)).toString();
  }

  /** Whether an address is one that no other machine can have. */
  static boolean isLoopback(Address address) {
    return address.family() == Family.IPV4
        ? address.low() >>> 24 == 127
        : address.high() == 0 && address.low() == 1;
  }
}
