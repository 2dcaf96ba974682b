package io.github.chainbook.xtables.catalogue;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.ProtocolNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which matches and targets one family's iptables 1.8.9 has. */
public final class Catalogue {

  /** What a rule's target may be without any extension; iptables(8), section TARGETS. */
  private static final Set<String> VERDICTS = Set.of("ACCEPT", "DROP", "RETURN", "QUEUE");

  private final Family family;
  private final Extension builtIn = BuiltIn.extension();
  private final Extension general = BuiltIn.general();
  // What was asked for; several threads may ask.
  private final Map<String, Set<String>> names = new ConcurrentHashMap<>();
  private final Map<String, Extension> matches = new ConcurrentHashMap<>();
  private final Map<String, Extension> targets = new ConcurrentHashMap<>();

  private Catalogue(Family family) {
    this.family = family;
  }

  /** The catalogue of iptables or ip6tables 1.8.9. */
  public static Catalogue of(Family family) {
    return new Catalogue(family);
  }

  // The one of several of a name that the family has; null where it has none.
  private Extension own(String name, List<Extension> candidates) {
    Extension found = null;
    for (Extension extension : candidates) {
      if (extension.name().equals(name) && extension.families().contains(family)) {
        if (found != null) {
          throw new IllegalStateException("twice in the catalogue: " + name);
        }
        found = extension;
      }
    }
    return found;
  }

  /** The options that need no {@code -m}, in the order in which iptables-save prints them. */
  public Extension builtIn() {
    return builtIn;
  }

  /** iptables' commands, and the options that ask nothing of a packet, such as {@code -j}. */
  public Extension general() {
    return general;
  }

  /** The match {@code -m name}. */
  public Optional<Extension> match(String name) {
    // Two more names of icmp6: xtables_find_match of libxtables.
    boolean icmp6 = name.equals("icmpv6") || name.equals("ipv6-icmp");
    return Optional.ofNullable(ownMatch(icmp6 ? "icmp6" : name));
  }

  private Extension ownMatch(String name) {
    Extension known = matches.get(name);
    return known != null ? known : matches.computeIfAbsent(name, n -> own(n, Matches.named(n)));
  }

  /** The target {@code -j name}; verdicts are none. */
  public Optional<Extension> target(String name) {
    return Optional.ofNullable(ownTarget(name));
  }

  private Extension ownTarget(String name) {
    Extension known = targets.get(name);
    return known != null ? known : targets.computeIfAbsent(name, n -> own(n, Targets.named(n)));
  }

  /**
   * The options of all matches and targets that may be written so, with their extensions: those
   * that are spelled so in full, else those that begin so.
   */
  public List<Map.Entry<Extension, OptionSpec<?>>> anyOption(String written) {
    List<Map.Entry<Extension, OptionSpec<?>>> exact = new ArrayList<>();
    List<Map.Entry<Extension, OptionSpec<?>>> begun = new ArrayList<>();
    for (Extension extension : extensions()) {
      for (OptionSpec<?> option : extension.options()) {
        if (option.isCalled(written)) {
          exact.add(Map.entry(extension, option));
        } else if (option.isAbbreviatedBy(written)) {
          begun.add(Map.entry(extension, option));
        }
      }
    }
    return exact.isEmpty() ? begun : exact;
  }

  /** Whether the other family alone has a match of this name. */
  public boolean isMatchOfOtherFamily(String name) {
    return ownMatch(name) == null && isOneOf(name, Matches.named(name));
  }

  /** Whether the other family alone has a target of this name. */
  public boolean isTargetOfOtherFamily(String name) {
    return ownTarget(name) == null && isOneOf(name, Targets.named(name));
  }

  private static boolean isOneOf(String name, List<Extension> extensions) {
    return extensions.stream().anyMatch(extension -> extension.name().equals(name));
  }

  private static Set<String> known(List<String> names, Function<String, Extension> find) {
    Set<String> known = new TreeSet<>();
    names.stream().filter(name -> find.apply(name) != null).forEach(known::add);
    return Collections.unmodifiableSet(known);
  }

  /** The names of all matches. */
  public Set<String> matchNames() {
    return names.computeIfAbsent("match", kind -> known(Matches.NAMES, this::ownMatch));
  }

  /** The names of all targets that are extensions. */
  public Set<String> targetNames() {
    return names.computeIfAbsent("target", kind -> known(Targets.NAMES, this::ownTarget));
  }

  /** All extensions, by name; matches first. */
  public List<Extension> extensions() {
    return Stream.concat(
            matchNames().stream().map(this::ownMatch), targetNames().stream().map(this::ownTarget))
        .toList();
  }

  /** Whether there is a target extension of this name. */
  public boolean hasTarget(String name) {
    return ownTarget(name) != null;
  }

  /** Whether this is one of ACCEPT, DROP, RETURN and QUEUE. */
  public boolean isVerdict(String name) {
    return VERDICTS.contains(name);
  }

  /**
   * The match that options may belong to when {@code -p protocol} stands before them and no {@code
   * -m} names it: {@code -p tcp --dport 80} loads {@code tcp}.
   *
   * @param protocol as written
   */
  public Optional<Extension> matchOfProtocol(String protocol) {
    String name = protocol;
    if (!protocol.isEmpty() && protocol.chars().allMatch(c -> c >= '0' && c <= '9')) {
      name = protocol.length() > 3 ? "" : ProtocolNames.print(Integer.parseInt(protocol));
    }
    return match(name);
  }
}
