package io.github.chainbook.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Dumps as iptables-save prints them, made of the extensions that the catalogue describes, that the
 * kernel takes. One random number gives one dump.
 */
public final class GeneratedDump {

  private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");
  private static final List<String> INTERFACES = List.of("lo", "eth0", "eth+", "cali12ab.34_-5");
  private static final int USER_CHAINS = 4;

  private final Random random;
  private final String table;
  private final List<String> hooks;
  private final List<String> lines = new ArrayList<>();

  private GeneratedDump(Random random, String table, List<String> hooks) {
    this.random = random;
    this.table = table;
    this.hooks = hooks;
  }

  /** A dump with a nat and a filter table, without comment lines. */
  public static String of(Random random) {
    List<String> lines = new ArrayList<>();
    List<String> nat = List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING");
    lines.addAll(new GeneratedDump(random, "nat", nat).section());
    lines.addAll(
        new GeneratedDump(random, "filter", List.of("INPUT", "FORWARD", "OUTPUT")).section());
    return String.join("\n", lines) + "\n";
  }

  private List<String> section() {
    lines.add("*" + table);
    hooks.forEach(hook -> lines.add(":" + hook + " " + oneOf("ACCEPT", "DROP") + " [0:0]"));
    for (int i = 0; i < USER_CHAINS; i++) {
      lines.add(":" + user(i) + " - [0:0]");
    }
    hooks.forEach(hook -> rules(hook, -1));
    for (int i = 0; i < USER_CHAINS; i++) {
      rules(user(i), i);
    }
    lines.add("COMMIT");
    return lines;
  }

  // Sorted by name, as iptables-save prints them.
  private static String user(int index) {
    return "U-" + index + "_chain.x";
  }

  private void rules(String chain, int index) {
    for (int i = random.nextInt(4); i > 0; i--) {
      lines.add(rule(chain, index));
    }
  }

  private String rule(String chain, int index) {
    StringJoiner rule = new StringJoiner(" ");
    rule.add("-A " + chain);
    if (oneIn(3)) {
      rule.add(not() + "-s " + address());
    }
    if (oneIn(3)) {
      rule.add(not() + "-d " + address());
    }
    if (oneIn(3) && List.of("PREROUTING", "INPUT", "FORWARD").contains(chain)) {
      rule.add(not() + "-i " + oneOf(INTERFACES));
    }
    if (oneIn(3) && List.of("POSTROUTING", "OUTPUT", "FORWARD").contains(chain)) {
      rule.add(not() + "-o " + oneOf(INTERFACES));
    }
    String protocol = protocol(rule);
    if (oneIn(6)) {
      rule.add(not() + "-f");
    }
    matches(rule, protocol, chain);
    target(rule, protocol, chain, index);
    return rule.toString();
  }

  private String protocol(StringJoiner rule) {
    String protocol = oneOf("tcp", "tcp", "udp", "icmp", "esp", "");
    boolean negated = oneIn(5);
    if (!protocol.isEmpty()) {
      rule.add((negated ? "! " : "") + "-p " + protocol);
    }
    return negated ? "" : protocol;
  }

  private void matches(StringJoiner rule, String protocol, String chain) {
    List<String> matches = new ArrayList<>();
    if (List.of("tcp", "udp").contains(protocol) && oneIn(2)) {
      matches.add(ports(protocol));
    }
    if (chain.equals("OUTPUT") && oneIn(2)) {
      matches.add(owner());
    }
    for (int i = random.nextInt(3); i > 1; i--) {
      matches.add("-m comment --comment " + comment());
    }
    java.util.Collections.shuffle(matches, random);
    matches.forEach(rule::add);
  }

  private String ports(String protocol) {
    StringJoiner match = new StringJoiner(" ");
    match.add("-m " + protocol);
    if (oneIn(2)) {
      match.add(not() + "--sport " + port());
    }
    if (oneIn(2)) {
      match.add(not() + "--dport " + port());
    }
    if (protocol.equals("tcp") && oneIn(4)) {
      match.add(not() + "--tcp-option " + (1 + random.nextInt(255)));
    }
    if (protocol.equals("tcp") && oneIn(4)) {
      // Flags of which none is looked at are not saved.
      match.add(not() + "--tcp-flags " + flags("ACK") + " " + flags("NONE"));
    }
    return match.toString();
  }

  private String port() {
    int low = 1 + random.nextInt(60_000);
    return oneIn(2) ? "" + low : low + ":" + (low + 1 + random.nextInt(5_000));
  }

  private String flags(String otherwise) {
    String flags = FLAGS.stream().filter(flag -> oneIn(2)).collect(Collectors.joining(","));
    return flags.isEmpty() ? otherwise : flags;
  }

  private String owner() {
    StringJoiner match = new StringJoiner(" ");
    match.add("-m owner");
    if (oneIn(4)) {
      match.add(not() + "--socket-exists");
    }
    boolean user = oneIn(2);
    if (user) {
      match.add(not() + "--uid-owner " + id());
    }
    if (!user || oneIn(3)) {
      match.add(not() + "--gid-owner " + id());
    }
    return match.toString();
  }

  private String id() {
    int low = random.nextInt(70_000);
    return oneIn(3) ? low + "-" + (low + 1 + random.nextInt(1_000)) : "" + low;
  }

  private String comment() {
    String text =
        IntStream.range(0, 1 + random.nextInt(20))
            .mapToObj(i -> oneIn(30) ? "é" : "" + (char) (' ' + random.nextInt(95)))
            .collect(Collectors.joining());
    boolean plain =
        text.chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    return plain ? text : '"' + text.replaceAll("[\"'\\\\]", "\\\\$0") + '"';
  }

  private void target(StringJoiner rule, String protocol, String chain, int index) {
    boolean nat = table.equals("nat");
    boolean canRedirect =
        nat
            && List.of("PREROUTING", "OUTPUT").contains(chain)
            && List.of("tcp", "udp").contains(protocol);
    switch (random.nextInt(6)) {
      case 0 -> {}
      case 1 -> rule.add("-j " + (nat ? "ACCEPT" : "DROP"));
      case 2 -> rule.add("-j " + oneOf("ACCEPT", "RETURN"));
      case 3 -> rule.add(canRedirect ? redirect() : "-j ACCEPT");
      default -> {
        if (index + 1 < USER_CHAINS) {
          int to = index + 1 + random.nextInt(USER_CHAINS - index - 1);
          rule.add(oneOf("-j ", "-j ", "-g ") + user(to));
        }
      }
    }
  }

  private String redirect() {
    int low = 1 + random.nextInt(60_000);
    String ports = oneIn(2) ? "" + low : low + "-" + (low + 1 + random.nextInt(5_000));
    return "-j REDIRECT --to-ports " + ports + oneOf("", " --random");
  }

  private String address() {
    int length = 1 + random.nextInt(32);
    int bits = random.nextInt() & (-1 << (32 - length));
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 255)
        + "."
        + (bits >>> 8 & 255)
        + "."
        + (bits & 255)
        + "/"
        + length;
  }

  private String not() {
    return oneIn(4) ? "! " : "";
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private String oneOf(String... words) {
    return oneOf(List.of(words));
  }

  private String oneOf(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
