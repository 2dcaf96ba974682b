package io.github.chainbook.xtables;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which matches and targets there are. Of some the options are known; of the others only that
 * iptables 1.8.9 has them, and their options are kept as they stand.
 */
public final class Catalogue {

  /** What a rule's target may be without any extension; iptables(8), section TARGETS. */
  private static final Set<String> VERDICTS = Set.of("ACCEPT", "DROP", "RETURN", "QUEUE");

  private final Extension builtIn = BuiltIn.extension();
  private final Extension general = BuiltIn.general();
  private final Map<String, Extension> matches;
  private final Map<String, Extension> targets;
  private final Set<String> matchNames = KnownNames.matches();
  private final Set<String> targetNames = KnownNames.targets();

  private Catalogue(List<Extension> matches, List<Extension> targets) {
    this.matches = byName(matches);
    this.targets = byName(targets);
  }

  /** The catalogue of iptables 1.8.9. */
  public static Catalogue standard() {
    return new Catalogue(
        List.of(Tcp.extension(), Udp.extension(), Owner.extension(), Comment.extension()),
        List.of(Redirect.extension()));
  }

  private static Map<String, Extension> byName(List<Extension> extensions) {
    return extensions.stream()
        .collect(Collectors.toUnmodifiableMap(Extension::name, Function.identity()));
  }

  /** The options that need no {@code -m}, in the order in which iptables-save prints them. */
  public Extension builtIn() {
    return builtIn;
  }

  /** iptables' commands, and the options that ask nothing of a packet, such as {@code -j}. */
  public Extension general() {
    return general;
  }

  /** The options of {@code -m name}, where they are known. */
  public Optional<Extension> match(String name) {
    return Optional.ofNullable(matches.get(name));
  }

  /**
   * The option of any match that is written so in full; matches share names only where they share
   * meaning.
   */
  public Optional<OptionSpec> anyMatchOption(String written) {
    return matches.values().stream()
        .flatMap(match -> match.options().stream())
        .filter(option -> option.isCalled(written))
        .findFirst();
  }

  /** The options of {@code -j name}, where they are known. */
  public Optional<Extension> target(String name) {
    return Optional.ofNullable(targets.get(name));
  }

  /** Whether iptables 1.8.9 has a match of this name. */
  public boolean hasMatch(String name) {
    return matchNames.contains(name);
  }

  /** The names of all matches of iptables 1.8.9. */
  public Set<String> matchNames() {
    return matchNames;
  }

  /** Whether iptables 1.8.9 has a target extension of this name. */
  public boolean hasTarget(String name) {
    return targetNames.contains(name);
  }

  /** Whether this is one of ACCEPT, DROP, RETURN and QUEUE. */
  public boolean isVerdict(String name) {
    return VERDICTS.contains(name);
  }

  /**
   * The match that options may belong to when {@code -p protocol} stands before them and no {@code
   * -m} names it: {@code -p tcp --dport 80} loads {@code tcp}.
   */
  public Optional<String> matchOfProtocol(String protocol) {
    String name =
        switch (protocol.toLowerCase(Locale.ROOT)) {
          case "icmpv6", "ipv6-icmp", "58" -> "icmp6";
          case "ipv6-mh", "mobility-header", "135" -> "mh";
          case "1" -> "icmp";
          case "6" -> "tcp";
          case "17" -> "udp";
          case "33" -> "dccp";
          case "132" -> "sctp";
          default -> protocol.toLowerCase(Locale.ROOT);
        };
    return hasMatch(name) ? Optional.of(name) : Optional.empty();
  }
}
