package io.github.chainbook.topology.reading;

import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.yaml.YamlValue.Entry;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The names of a declaration. They may hold all that flows give no meaning to. */
final class Names {

  private static final String EXPECTED =
      "expected a name without blanks, '/', ':' and '->', that is no address, found ";

  private final Findings findings;

  Names(Findings findings) {
    this.findings = findings;
  }

  /** The entries whose keys can be names of namespaces, services, nodes or processes. */
  Map<String, Entry> named(Map<String, Entry> entries, Set<String> reserved) {
    Map<String, Entry> good = new LinkedHashMap<>();
    entries.forEach(
        (name, entry) -> {
          if (isName(name) && !reserved.contains(name)) {
            good.put(name, entry);
          } else {
            Scalar key = entry.key();
            findings.error("topology-name", key.position(), EXPECTED + key.shown());
          }
        });
    return good;
  }

  private static boolean isName(String name) {
    boolean plain =
        name.codePoints()
            .noneMatch(
                c -> c == '/' || c == ':' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    return plain
        && !name.isEmpty()
        && !name.startsWith("[")
        && !name.contains("->")
        && InterfaceAddress.parse(name).isEmpty();
  }
}
