package io.github.chainbook.figure.flow;

import io.github.chainbook.figure.Line;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.topology.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stands at the head of a namespace. */
public final class Heading {

  private Heading() {}

  /** What it is called, what it is, and its addresses: one line for each, or for both. */
  public static List<Line> of(Names names, String name) {
    Namespace namespace = names.topology().namespaces().get(name);
    if (namespace == null) {
      return List.of(Line.head(name));
    }
    List<Line> lines = new ArrayList<>();
    lines.add(Line.head(namespace.label()));
    String kind =
        namespace.kind() == Namespace.Kind.NAMESPACE
            ? ""
            : names.words().text("namespace." + namespace.kind().name().toLowerCase(Locale.ROOT));
    List<String> addresses = addresses(namespace);
    if (addresses.size() == 1 && !kind.isEmpty()) {
      lines.add(Line.soft(kind + " · " + addresses.get(0)));
    } else {
      if (!kind.isEmpty()) {
        lines.add(Line.soft(kind));
      }
      addresses.forEach(address -> lines.add(Line.soft(address)));
    }
    return lines;
  }

  private static List<String> addresses(Namespace namespace) {
    boolean several = Names.addresses(namespace).size() > 1;
    List<String> texts = new ArrayList<>();
    for (Map.Entry<String, List<InterfaceAddress>> entry : namespace.interfaces().entrySet()) {
      String device = several ? entry.getKey() + " " : "";
      entry.getValue().forEach(own -> texts.add(device + own.address()));
    }
    return texts;
  }
}
