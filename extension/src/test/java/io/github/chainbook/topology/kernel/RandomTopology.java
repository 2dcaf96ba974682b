package io.github.chainbook.topology.kernel;

import io.github.chainbook.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random topology as its declaration: a few namespaces without links, on one network, or around a
 * router; in each an application, a proxy and rules.
 *
 * @param declaration the declaration
 * @param rules the rules, by id
 */
record RandomTopology(SourceText declaration, Map<String, String> rules) {

  /** The same for the same seed. */
  static RandomTopology of(long seed) {
    return new Maker(new Random(seed)).make("random-" + seed);
  }

  /** What is declared, to be looked at. */
  String text() {
    StringBuilder text = new StringBuilder(String.join("\n", declaration.lines()));
    rules.forEach((name, own) -> text.append("\n--- ").append(name).append("\n").append(own));
    return text.toString();
  }

  private static final class Maker {

    private static final int FLOWS = 8;
    private static final List<String> PORTS = List.of("80", "81", "82", "83", "84", "8000");

    private final Random random;
    private final StringBuilder text = new StringBuilder("network-namespaces:\n");
    private final StringBuilder links = new StringBuilder();
    private final Map<String, Map<String, String>> interfaces = new LinkedHashMap<>();
    private final Map<String, String> rules = new LinkedHashMap<>();

    Maker(Random random) {
      this.random = random;
    }

    RandomTopology make(String name) {
      switch (random.nextInt(3)) {
        case 0 -> unlinked();
        case 1 -> network();
        default -> router();
      }
      interfaces.keySet().forEach(this::namespace);
      if (links.length() > 0) {
        text.append("links:\n").append(links);
      }
      text.append("flows:\n");
      for (int i = 0; i < FLOWS; i++) {
        text.append("  - \"").append(flow()).append("\"\n");
      }
      return new RandomTopology(SourceText.of(name + ".yaml", text.toString()), rules);
    }

    private void unlinked() {
      for (int i = 1; i <= 2 + random.nextInt(2); i++) {
        interfaces.put("n" + i, Map.of("eth0", "10.1." + i + ".5/24"));
      }
    }

    private void network() {
      List<String> ends = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        interfaces.put("n" + i, Map.of("eth0", "10.2.0." + i + "/24"));
        ends.add("n" + i + "/eth0");
      }
      links.append("  - [ ").append(String.join(", ", ends)).append(" ]\n");
    }

    private void router() {
      Map<String, String> inner = new LinkedHashMap<>();
      inner.put("eth1", "10.3.1.1/24");
      inner.put("eth2", "10.3.2.1/24");
      interfaces.put("router", inner);
      for (int i = 1; i <= 2; i++) {
        interfaces.put("n" + i, Map.of("eth0", "10.3." + i + ".5/24"));
        links.append("  - [ router/eth%d, n%d/eth0 ]%n".formatted(i, i));
      }
    }

    private void namespace(String name) {
      Map<String, String> own = interfaces.get(name);
      boolean forwards = name.equals("router") || chance(30);
      text.append("  %s:%n    kind: %s%n".formatted(name, forwards ? "host" : "pod"));
      text.append("    interfaces: { ");
      List<String> words = new ArrayList<>();
      own.forEach((device, address) -> words.add(device + ": " + address));
      text.append(String.join(", ", words)).append(" }\n");
      text.append("    sysctl: { ipv4.ip_forward: ").append(forwards ? 1 : 0);
      text.append(chance(20) ? ", ipv4.conf.all.route_localnet: 1 }\n" : " }\n");
      if (interfaces.containsKey("router") && !name.equals("router")) {
        String gateway = own.get("eth0").replaceAll("\\.5/24", ".1");
        text.append("    routes: [ default via ").append(gateway).append(" dev eth0 ]\n");
      }
      if (chance(80)) {
        text.append("    ruleset: ").append(name).append('\n');
        rules.put(
            name,
            new RandomRules(random, List.copyOf(own.keySet()), addresses(own.values()), addresses())
                .text());
      }
      String address = addresses(own.values()).get(0);
      text.append("    processes:\n");
      text.append(
          "      app: { uid: 1000, gid: 1000, groups: [ %s ], listens: [ 80, 81, %s:83, 127.0.0.1:84 ] }%n"
              .formatted(chance(50) ? "7" : "8", address));
      text.append("      proxy:\n        uid: 1337\n        gid: 1337\n");
      text.append("        listens: [ 15001, 15006 ]\n        proxies:\n");
      text.append("          - { from: 15001, to: original-destination }\n");
      String to = chance(70) ? "original-destination" : "\"" + pick(addresses()) + ":80\"";
      String source = chance(60) ? ", source: 127.0.0.6" : "";
      text.append("          - { from: 15006, to: %s%s }%n".formatted(to, source));
    }

    private String flow() {
      String from = pick(List.copyOf(interfaces.keySet()));
      StringBuilder flow = new StringBuilder(from).append(chance(80) ? "/app" : "/proxy");
      for (int left = chance(30) ? 2 : 1; left > 0; left--) {
        String to = chance(10) ? "127.0.0.1" : pick(addresses());
        flow.append(" -> ").append(to).append(':').append(pick(PORTS));
      }
      return flow.toString();
    }

    private List<String> addresses() {
      List<String> all = new ArrayList<>();
      interfaces.values().forEach(own -> all.addAll(addresses(own.values())));
      return all;
    }

    private static List<String> addresses(Iterable<String> own) {
      List<String> all = new ArrayList<>();
      own.forEach(address -> all.add(address.substring(0, address.indexOf('/'))));
      return all;
    }

    private boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> some) {
      return some.get(random.nextInt(some.size()));
    }
  }
}
