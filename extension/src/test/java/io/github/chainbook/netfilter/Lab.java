package io.github.chainbook.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.engine.Tracer;
import io.github.chainbook.netfilter.ipset.IpSets;
import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.netfilter.machine.Listener;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A machine with rules, or several: one for each back end and family that a fact is about. Rules
 * and packets are written in IPv4; {@link SixOfFour} makes IPv6 of them.
 */
final class Lab {

  private static final RulesetReader READER = new RulesetReader();

  /** A machine of the lab. */
  record Kind(Family family, Backend backend) {
    String text(String text) {
      return family == Family.IPV4 ? text : SixOfFour.of(text);
    }
  }

  private final String rules;
  private List<Family> families = List.of(Family.IPV4);
  private List<Backend> backends = List.of(Backend.values());
  private final Map<String, List<String>> addresses = new LinkedHashMap<>();
  private List<String> listeners = List.of();
  private List<String> routes;
  private List<String> commands = List.of();
  private String sets = "";
  private String others = "";

  private Lab(String rules) {
    this.rules = rules;
  }

  /** Rules for IPv4 and both back ends; tables need no COMMIT. */
  static Lab rules(String... lines) {
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("*") && !all.isEmpty()) {
        all.add("COMMIT");
      }
      all.add(line);
    }
    all.add("COMMIT");
    return new Lab(String.join("\n", all) + "\n");
  }

  Lab inBothFamilies() {
    families = List.of(Family.values());
    return this;
  }

  Lab inIpv6() {
    families = List.of(Family.IPV6);
    return this;
  }

  Lab with(Backend only) {
    backends = List.of(only);
    return this;
  }

  /** The addresses of an interface; one for which none are given has some of 198.18.0.0/15. */
  Lab having(String device, String... its) {
    addresses.put(device, List.of(its));
    return this;
  }

  Lab listening(String... sockets) {
    listeners = List.of(sockets);
    return this;
  }

  /** Routes decide where packets go, and not their own path. */
  Lab routed(String... its) {
    routes = List.of(its);
    return this;
  }

  Lab configured(String... its) {
    commands = List.of(its);
    return this;
  }

  Lab sets(String... lines) {
    sets = String.join("\n", lines) + "\n";
    return this;
  }

  /** Rules of the other family beside those of the packets'. */
  Lab beside(String... lines) {
    others = String.join("\n", lines) + "\nCOMMIT\n";
    return this;
  }

  /** What becomes of a packet. */
  Seen send(String packet) {
    Map<Kind, Trace> traces = new LinkedHashMap<>();
    for (Family family : families) {
      for (Backend backend : backends) {
        Kind kind = new Kind(family, backend);
        Trace trace = tracer(kind, packet).trace(PacketText.known(kind.text(packet)));
        traces.put(kind, trace);
        KernelCases.add(this, kind, packet, trace);
      }
    }
    return new Seen(traces);
  }

  /** What may become of a packet of which only what the line says is known, on legacy. */
  Trace sendOpen(String packet) {
    Kind kind = new Kind(families.get(0), backends.get(0));
    Reading reading = read(kind.text(rules), kind.family());
    Environment environment =
        addresses.isEmpty() && routes == null ? Environment.UNKNOWN : environment(kind, packet);
    Machine machine =
        new Machine(environment, IpSets.parse(SourceText.of("sets", sets)).sets(), false);
    return new Tracer(reading.rulesets(), machine, kind.backend())
        .trace(PacketText.open(kind.text(packet)));
  }

  /** Says that the rules are refused. */
  static void refused(String... lines) {
    assertThat(read(rules(lines).rules, Family.IPV4).hasErrors()).as(rules(lines).rules).isTrue();
    KernelCases.refused(rules(lines).rules);
  }

  /** Says that the rules load. */
  static void loads(String... lines) {
    assertThat(errors(read(rules(lines).rules, Family.IPV4))).isEmpty();
    rules(lines).send("outbound tcp 10.0.0.9:40000 > 10.50.0.7:80");
  }

  private Tracer tracer(Kind kind, String packet) {
    Reading reading = read(kind.text(rules), kind.family());
    assertThat(errors(reading)).as(kind + " " + rules).isEmpty();
    List<io.github.chainbook.ruleset.Ruleset> rulesets = new ArrayList<>(reading.rulesets());
    if (!others.isEmpty()) {
      rulesets.addAll(read(others, Family.IPV6).rulesets());
    }
    Machine machine =
        new Machine(
            environment(kind, packet),
            IpSets.parse(SourceText.of("sets", kind.text(sets))).sets(),
            kind.backend() == Backend.NFT);
    return new Tracer(rulesets, machine, kind.backend());
  }

  private static List<Diagnostic> errors(Reading reading) {
    return reading.diagnostics().stream().filter(Diagnostic::isError).toList();
  }

  static Reading read(String text, Family family) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return READER.read(SourceText.of("rules", bytes), Optional.of(family));
  }

  private Environment environment(Kind kind, String packet) {
    Map<String, List<InterfaceAddress>> all = new LinkedHashMap<>();
    addresses.forEach(
        (name, list) ->
            all.put(
                name,
                list.stream()
                    .map(text -> InterfaceAddress.parse(kind.text(text)).orElseThrow())
                    .toList()));
    Map<String, String> words = PacketText.words(packet);
    for (String name : Arrays.asList("eth0", words.get("in"), words.get("out"))) {
      if (name != null && !name.equals("lo")) {
        all.putIfAbsent(name, InterfaceAddress.standard(name));
      }
    }
    return new Environment(
        routes == null ? Environment.Mode.PATH : Environment.Mode.ROUTES,
        true,
        all,
        routes == null ? List.of() : routes.stream().map(kind::text).toList(),
        commands.stream().map(kind::text).toList(),
        Optional.of(
            listeners.stream().map(kind::text).map(l -> Listener.parse(l).orElseThrow()).toList()),
        Map.of());
  }

  /** The case as the kernel harness reads it, in parts: names and their values. */
  Map<String, Object> parts(Kind kind) {
    Map<String, Object> env = new LinkedHashMap<>();
    if (routes != null) {
      env.put("routing", "env");
      env.put("routes", routes.stream().map(kind::text).toList());
    }
    env.put("ip", commands.stream().map(kind::text).toList());
    env.put("listen", listeners.stream().map(kind::text).toList());
    Map<String, Object> own = new LinkedHashMap<>();
    addresses.forEach((name, its) -> own.put(name, its.stream().map(kind::text).toList()));
    env.put("addrs", own);
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put(kind.family() == Family.IPV4 ? "rules" : "rules6", kind.text(rules));
    if (!others.isEmpty()) {
      parts.put("rules6", others);
    }
    parts.put("env", env);
    parts.put("ipset", kind.text(sets));
    return parts;
  }
}
