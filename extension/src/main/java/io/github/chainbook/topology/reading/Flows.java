package io.github.chainbook.topology.reading;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Flow.Expected;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads flows. */
final class Flows {

  private static final String IN = " in ";
  private static final List<String> ENDINGS = Stream.of(Ending.values()).map(Ending::word).toList();

  private final Keys keys;
  private final ProcessNames processes;
  private final Places places;
  private final Findings findings;

  Flows(Keys keys, Map<String, Namespace> namespaces, Places places, Findings findings) {
    this.keys = keys;
    this.processes = ProcessNames.of(namespaces);
    this.places = places;
    this.findings = findings;
  }

  /**
   * Reads a flow; empty where it is none.
   *
   * @param number its number: those that cannot be read keep theirs
   */
  Optional<Flow> read(int number, YamlValue value) {
    Optional<Scalar> text =
        value instanceof Scalar scalar ? Optional.of(scalar) : keys.text(value, "flow");
    Optional<Expected> expected = expected(value);
    try {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      Scalar way = text.get();
      Optional<FlowText.Read> read = new FlowText(processes, places, findings, way).read();
      if (read.isEmpty() || expected.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Flow(
              number,
              way.text().strip(),
              keys.text(value, "label").map(Scalar::text).orElse(way.text().strip()),
              protocol(value),
              read.get().namespace(),
              read.get().process(),
              read.get().parts(),
              expected.get(),
              way.position(0)));
    } catch (BadText e) {
      findings.error("topology-flow", e.position(), e.getMessage());
      return Optional.empty();
    }
  }

  private int protocol(YamlValue value) {
    boolean udp = keys.text(value, "protocol").filter(p -> p.text().equals("udp")).isPresent();
    return udp ? Protocols.UDP : Protocols.TCP;
  }

  private Optional<Expected> expected(YamlValue value) {
    Optional<Scalar> text = keys.text(value, "expect");
    if (text.isEmpty()) {
      return Optional.of(Expected.ARRIVES);
    }
    String all = text.get().text();
    int in = all.indexOf(IN);
    String word = (in < 0 ? all : all.substring(0, in)).strip();
    Optional<Ending> ending =
        Stream.of(Ending.values()).filter(e -> e.word().equals(word)).findFirst();
    if (ending.isEmpty()) {
      findings.error(
          "topology-value",
          text.get().position(),
          "expected one of "
              + String.join(", ", ENDINGS)
              + ", and then perhaps in and a namespace, found "
              + text.get().shown()
              + DidYouMean.hint(word, ENDINGS));
      return Optional.empty();
    }
    if (in < 0) {
      return Optional.of(new Expected(ending.get(), Optional.empty()));
    }
    String name = all.substring(in + IN.length()).strip();
    if (!processes.namespaces().contains(name)) {
      int index = Math.min(all.length(), in + IN.length());
      findings.unknown(text.get(), index, "a network namespace", name, processes.namespaces());
      return Optional.empty();
    }
    return Optional.of(new Expected(ending.get(), Optional.of(name)));
  }
}
