package io.github.chainbook.cli;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.engine.Tracer;
import io.github.chainbook.netfilter.ipset.IpSets;
import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A case: rules, an environment, and packets that are traced through them. */
final class TraceCase {

  /** What is said of a text without rules, which iptables-restore takes where it holds nothing. */
  private static final Set<String> NO_RULES = Set.of("empty-dump", "no-table");

  private final Fields spec;
  private final RulesetReader reader;
  private final Console console;

  TraceCase(CaseText text, RulesetReader reader, Console console) {
    this.spec = text.fields();
    this.packets = text.packets();
    this.interfaces = new TreeSet<>(text.interfaces());
    this.reader = reader;
    this.console = console;
    load();
  }

  private final List<CaseText.OfPacket> packets;
  private final SortedSet<String> interfaces;
  private final List<Ruleset> rulesets = new ArrayList<>();
  private Environment environment;
  private IpSets sets;

  /** Why it does not load; null where it does. */
  private String problem;

  private void load() {
    try {
      sets = sets();
      environment = withInterfaces(EnvironmentJson.read(spec.object("env")));
      read("rules", Family.IPV4, rulesets);
      read("rules6", Family.IPV6, rulesets);
    } catch (Fields.Bad | Console.Unreadable e) {
      problem = e.getMessage();
    }
  }

  /** Writes the answers for one back end. */
  void write(Backend backend, TraceJson out) throws IOException {
    out.start(spec.get("id"), backend);
    if (problem != null) {
      out.head(Optional.of(problem), 0, Map.of());
      return;
    }
    Machine machine = new Machine(environment, sets.sets(), backend == Backend.NFT);
    Tracer tracer = new Tracer(rulesets, machine, backend);
    out.head(Optional.empty(), packets.size(), addresses(machine));
    for (int i = 0; i < packets.size(); i++) {
      CaseText.OfPacket each = packets.get(i);
      Object packetId = each.id() != null ? each.id() : Integer.valueOf(i);
      if (each.packet() != null) {
        out.packet(packetId, tracer.trace(each.packet()));
      } else {
        out.error(packetId, each.problem());
      }
    }
  }

  /** Whether it loaded. */
  boolean isLoaded() {
    return problem == null;
  }

  private IpSets sets() throws Fields.Bad, Console.Unreadable {
    SourceText text = SourceText.of("ipset", spec.text("ipset").orElse(""));
    if (spec.has("ipset_file")) {
      text = console.read(spec.text("ipset_file").orElseThrow());
    }
    IpSets sets = IpSets.parse(text);
    if (!sets.problems().isEmpty()) {
      throw new Fields.Bad(sets.problems().get(0).toString());
    }
    return sets;
  }

  private void read(String name, Family family, List<Ruleset> rulesets)
      throws Fields.Bad, Console.Unreadable {
    SourceText text;
    if (spec.has(name)) {
      byte[] bytes = spec.text(name).orElseThrow().getBytes(StandardCharsets.UTF_8);
      text = SourceText.of(name, bytes);
    } else if (spec.has(name + "_file")) {
      text = console.read(spec.text(name + "_file").orElseThrow());
    } else {
      return;
    }
    Reading reading = reader.read(text, Optional.of(family));
    boolean loadsNothing = reading.setAside().isEmpty();
    Optional<Diagnostic> error =
        reading.diagnostics().stream()
            .filter(Diagnostic::isError)
            .filter(diagnostic -> !(loadsNothing && NO_RULES.contains(diagnostic.code())))
            .findFirst();
    if (error.isPresent()) {
      throw new Fields.Bad(error.get().toString());
    }
    rulesets.addAll(reading.rulesets());
  }

  // Interfaces come into being as packets name them, those of the environment first.
  private Environment withInterfaces(Environment environment) {
    Map<String, List<InterfaceAddress>> all = new LinkedHashMap<>();
    TreeSet<String> first = new TreeSet<>(environment.addresses().keySet());
    first.add("eth0");
    first.forEach(
        name ->
            all.put(
                name, environment.addresses().getOrDefault(name, InterfaceAddress.standard(name))));
    for (String name : interfaces) {
      if (!name.equals("lo")) {
        all.putIfAbsent(name, InterfaceAddress.standard(name));
      }
    }
    return new Environment(
        environment.mode(),
        true,
        all,
        environment.routes(),
        environment.commands(),
        environment.listeners(),
        environment.settings());
  }

  private Map<String, List<String>> addresses(Machine machine) {
    TreeSet<String> names = new TreeSet<>(interfaces);
    names.add("eth0");
    names.add("lo");
    Map<String, List<String>> addresses = new LinkedHashMap<>();
    for (String name : names) {
      addresses.put(
          name, machine.addressesOf(name).stream().map(InterfaceAddress::toString).toList());
    }
    return addresses;
  }
}
