package io.github.chainbook.topology.reading;

import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Link.End;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads links: each interface is on one of them at most. */
final class Links {

  private final Keys keys;
  private final Map<String, Namespace> namespaces;
  private final Set<String> unread;
  private final Findings findings;
  private final Map<End, Scalar> linked = new HashMap<>();

  /**
   * A reading of links.
   *
   * @param namespaces the namespaces, by name
   * @param unread those whose interfaces could not be read
   */
  Links(Keys keys, Map<String, Namespace> namespaces, Set<String> unread, Findings findings) {
    this.keys = keys;
    this.namespaces = namespaces;
    this.unread = unread;
    this.findings = findings;
  }

  /** Reads a link; empty where fewer than two of its ends are good. */
  Optional<Link> read(YamlValue value) {
    Optional<YamlValue> ends =
        value instanceof YamlValue.Mapping ? keys.value(value, "ends") : Optional.of(value);
    List<End> good = new ArrayList<>();
    for (Scalar text : keys.texts(ends)) {
      end(text).ifPresent(good::add);
    }
    String label = keys.text(value, "label").map(Scalar::text).orElse("");
    return good.size() < 2 ? Optional.empty() : Optional.of(new Link(label, good));
  }

  private Optional<End> end(Scalar text) {
    int slash = text.text().indexOf('/');
    if (slash <= 0 || slash == text.text().length() - 1) {
      findings.error(
          "topology-value",
          text.position(),
          "expected an interface such as client/eth0, found " + text.shown());
      return Optional.empty();
    }
    End end = new End(text.text().substring(0, slash), text.text().substring(slash + 1));
    Namespace namespace = namespaces.get(end.namespace());
    if (namespace == null) {
      findings.unknown(text, 0, "a network namespace", end.namespace(), namespaces.keySet());
      return Optional.empty();
    }
    Set<String> devices = namespace.interfaces().keySet();
    if (!devices.contains(end.device())) {
      if (!unread.contains(end.namespace())) {
        String what = "an interface of " + end.namespace();
        findings.unknown(text, slash + 1, what, end.device(), devices);
      }
      return Optional.empty();
    }
    Scalar other = linked.putIfAbsent(end, text);
    if (other != null) {
      findings.error(
          "topology-link",
          text.position(),
          "expected each interface on one link, found "
              + text.shown()
              + " again, after line "
              + other.position().line());
      return Optional.empty();
    }
    return Optional.of(end);
  }
}
