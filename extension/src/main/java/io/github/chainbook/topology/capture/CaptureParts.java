package io.github.chainbook.topology.capture;

import io.github.chainbook.netfilter.ipset.IpSets;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.SetView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what the files of one namespace say. */
final class CaptureParts {

  private final Problems problems;
  private final AddressReader addresses;
  private final RouteReader routes;
  private final RuleReader rules;
  private final SocketReader sockets;
  private final OwnerReader owners;
  private final SettingReader settings;
  private final CapturedRules rulesets;
  private final Map<String, SetView> sets = new LinkedHashMap<>();
  private final Set<CaptureKind> given = EnumSet.noneOf(CaptureKind.class);

  CaptureParts(RulesetReader reader, Problems problems) {
    this.problems = problems;
    this.addresses = new AddressReader(problems);
    this.routes = new RouteReader(problems);
    this.rules = new RuleReader(problems);
    this.sockets = new SocketReader(problems);
    this.owners = new OwnerReader(problems);
    this.settings = new SettingReader(problems);
    this.rulesets = new CapturedRules(reader, problems);
  }

  /** Reads one more text. */
  void read(CapturedText captured) {
    given.add(captured.kind());
    SourceText text = captured.text();
    switch (captured.kind()) {
      case ADDRESSES -> addresses.read(text);
      case ROUTES -> routes.read(text);
      case RULES -> rules.read(text);
      case LISTENERS -> sockets.read(text);
      case PROCESSES -> owners.read(text);
      case SETS -> readSets(text);
      case IPTABLES -> rulesets.read(text);
      case SETTINGS -> settings.read(text);
    }
  }

  private void readSets(SourceText text) {
    IpSets read = IpSets.parse(text);
    sets.putAll(read.sets());
    read.problems().forEach(problems::add);
  }

  /**
   * What they say.
   *
   * @param unsaidRules the families of whose rules files were looked for in vain
   */
  CapturedNamespace namespace(Set<Family> unsaidRules) {
    return new CapturedNamespace(
        said(CaptureKind.ADDRESSES, addresses.interfaces()),
        said(CaptureKind.ROUTES, routes.routes()),
        commands(),
        given.contains(CaptureKind.LISTENERS)
            ? Optional.of(new ProcessGroups(owners.owners(), problems).of(sockets.sockets()))
            : Optional.empty(),
        said(CaptureKind.IPTABLES, rulesets.rules()),
        unsaidRules,
        said(CaptureKind.SETS, new IpSets(sets, List.of())),
        settings.settings(),
        problems.all());
  }

  private <T> Optional<T> said(CaptureKind kind, T value) {
    return given.contains(kind) ? Optional.of(value) : Optional.empty();
  }

  private List<String> commands() {
    List<String> commands = new ArrayList<>();
    addresses.loopbackRoutes().forEach(route -> commands.add("route replace " + route));
    if (!given.contains(CaptureKind.ROUTES)) {
      addresses.peerRoutes().forEach(route -> commands.add("route replace " + route));
    }
    commands.addAll(rules.commands());
    return commands;
  }
}
