package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.text.Position;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Place;
import io.github.chainbook.topology.Place.Target;
import io.github.chainbook.topology.Service;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Flows, places and sockets in the words of a declaration, without any check. */
final class FlowText {

  static final Position HERE = new Position("topology", 1, 1);

  private FlowText() {}

  static Flow read(
      int number,
      String text,
      int protocol,
      Flow.Expected expected,
      Map<String, Service> services) {
    String[] parts = text.split(" -> ");
    String[] begin = parts[0].split("/");
    List<Flow.Part> all = new ArrayList<>();
    int column = parts[0].length() + 5;
    for (int i = 1; i < parts.length; i++) {
      Position position = HERE.atColumn(column);
      String part = parts[i];
      boolean claim = part.startsWith(":") || part.contains("/");
      all.add(claim ? claim(part, position) : new Flow.Part.To(place(part, services)));
      column += part.length() + 4;
    }
    return new Flow(
        number,
        text,
        text,
        protocol,
        begin[0],
        begin.length > 1 ? Optional.of(begin[1]) : Optional.empty(),
        all,
        expected,
        HERE);
  }

  private static Flow.Part.Claim claim(String text, Position position) {
    int colon = text.indexOf(':');
    String names = colon < 0 ? text : text.substring(0, colon);
    int slash = names.indexOf('/');
    String namespace = slash > 0 ? names.substring(0, slash) : "";
    String process = slash < 0 ? "" : names.substring(slash + 1);
    return new Flow.Part.Claim(
        Optional.of(namespace).filter(name -> !name.isEmpty()),
        Optional.of(process).filter(name -> !name.isEmpty()),
        colon < 0
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(text.substring(colon + 1))),
        text,
        position);
  }

  static Place place(String text, Map<String, Service> services) {
    int colon = text.startsWith("[") ? text.indexOf("]:") + 1 : text.lastIndexOf(':');
    String name = colon <= 0 ? text : text.substring(0, colon);
    OptionalInt port =
        colon <= 0
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(text.substring(colon + 1)));
    Target target =
        address(name)
            .<Target>map(Target.OfAddress::new)
            .orElse(
                services.containsKey(name)
                    ? new Target.OfService(name)
                    : new Target.OfNamespace(name));
    return new Place(target, port, text, HERE);
  }

  static Optional<Address> address(String text) {
    boolean number = text.matches("[0-9.]+|\\[?[0-9a-f:]*:[0-9a-f:]*\\]?");
    return number
        ? InterfaceAddress.parse(text.replaceAll("[\\[\\]]", "")).map(InterfaceAddress::address)
        : Optional.empty();
  }

  static Listening socket(String text) {
    String plain = text.replace("/udp", "");
    int colon = plain.lastIndexOf(':');
    return new Listening(
        text.endsWith("/udp") ? Protocols.UDP : Protocols.TCP,
        colon < 0 ? Optional.empty() : address(plain.substring(0, colon)),
        Integer.parseInt(plain.substring(colon + 1)),
        Optional.empty());
  }
}
