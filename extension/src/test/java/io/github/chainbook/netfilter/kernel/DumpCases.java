package io.github.chainbook.netfilter.kernel;

import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cases of a dump that somebody made: packets between the addresses that it names, over its
 * interfaces, to its ports, of its users.
 */
final class DumpCases {

  private static final Pattern V4 = Pattern.compile("(?<![\\w.])(\\d{1,3}(?:\\.\\d{1,3}){3})");
  private static final Pattern V6 =
      Pattern.compile("(?<![\\w:.])([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?=[/\\s\\]])");
  private static final Pattern PORT =
      Pattern.compile("(?:ports?|destination|to-source)\\S* (?:\\S+:)?(\\d{1,5})");
  private static final Pattern INTERFACE = Pattern.compile(" -[io] ([\\w.-]{1,15}\\+?)");
  private static final Pattern OWNER = Pattern.compile("-owner (\\d+)");
  private static final Pattern SET = Pattern.compile("--match-set (\\S+) (\\S+)");

  private final String dump;
  private final boolean six;
  private final Random random;
  private final List<String> addresses = new ArrayList<>();
  private final List<String> interfaces = new ArrayList<>(List.of("eth0"));
  private final List<Integer> ports = new ArrayList<>(List.of(80, 443));
  private final List<Integer> owners = new ArrayList<>(List.of(0, 1000));

  private DumpCases(String dump, Family family, Random random) {
    this.dump = dump;
    this.six = family == Family.IPV6;
    this.random = random;
    addresses.addAll(
        six ? List.of("2001:db8:1::1", "2001:db8:2::2") : List.of("192.0.2.10", "198.51.100.7"));
    found(six ? V6 : V4).stream().filter(this::isHost).map(this::inside).forEach(addresses::add);
    found(INTERFACE).forEach(name -> interfaces.add(name.replace("+", "7")));
    interfaces.removeIf(name -> name.length() > 15 || name.equals("lo") || name.startsWith("ko"));
    found(PORT).stream().map(Integer::valueOf).filter(p -> p < 65536).forEach(ports::add);
    found(OWNER).stream().filter(o -> o.length() < 8).map(Integer::valueOf).forEach(owners::add);
  }

  /** A case of this many packets, in one line. */
  static String of(String name, String dump, Family family, int packets, long seed) {
    return new DumpCases(dump, family, new Random(seed)).text(name, packets);
  }

  private Set<String> found(Pattern pattern) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(dump);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private boolean isHost(String address) {
    return six
        ? address.contains("::")
            && address.length() > 2
            && !address.startsWith("f")
            && address.indexOf("::") == address.lastIndexOf("::")
            && !address.startsWith("::")
        : !address.matches("(0|127|22[4-9]|2[3-5]\\d|\\d{3}\\d)\\..*")
            && List.of(address.split("\\.")).stream()
                .allMatch(part -> Integer.parseInt(part) < 256);
  }

  // An address that ends with zero names a net: a host of it has another end.
  private String inside(String address) {
    if (six) {
      return address.endsWith("::") ? address + "7" : address;
    }
    return address.endsWith(".0") ? address.substring(0, address.length() - 1) + "7" : address;
  }

  private String text(String name, int count) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", name);
    one.put(six ? "rules6" : "rules", dump);
    StringBuilder sets = new StringBuilder();
    Set<String> names = new LinkedHashSet<>();
    Matcher set = SET.matcher(dump);
    while (set.find()) {
      if (names.add(set.group(1))) {
        sets.append("create ").append(set.group(1)).append(" hash:ip family ");
        sets.append(six ? "inet6\n" : "inet\n");
      }
    }
    if (sets.length() > 0) {
      one.put("ipset", sets.toString());
    }
    List<Object> packets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      packets.add(packet(i));
    }
    one.put("packets", packets);
    return Json.text(one);
  }

  private Map<String, Object> packet(int number) {
    String path = pick(List.of("inbound", "outbound", "forward"));
    List<String> two = new ArrayList<>(new LinkedHashSet<>(addresses));
    Collections.shuffle(two, random);
    Map<String, Object> packet = new LinkedHashMap<>();
    packet.put("id", number);
    packet.put("path", path);
    packet.put("proto", pick(List.of("tcp", "tcp", "tcp", "udp", six ? "icmpv6" : "icmp")));
    packet.put("src", two.get(0));
    packet.put("dst", two.get(1));
    packet.put("sport", 40000);
    packet.put("dport", pick(ports));
    if (!path.equals("outbound")) {
      packet.put("in", pick(interfaces));
    }
    if (!path.equals("inbound")) {
      boolean loops = path.equals("outbound") && random.nextInt(4) == 0;
      packet.put("out", loops ? "lo" : pick(interfaces));
    }
    if (path.equals("outbound")) {
      packet.put("uid", pick(owners));
      packet.put("gid", pick(owners));
    }
    if (random.nextInt(6) == 0) {
      packet.put("ct", pick(List.of("established", "reply", "untracked")));
    }
    return packet;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
