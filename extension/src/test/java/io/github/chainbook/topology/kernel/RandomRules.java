package io.github.chainbook.topology.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Random rules for a namespace: translations, refusals, marks and chains, for the ports and users
 * that {@link RandomTopology} has. In most tables what belongs to a connection is let through, so
 * that first packets decide.
 */
final class RandomRules {

  private static final Map<String, List<String>> CHAINS =
      Map.of(
          "mangle", List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"),
          "nat", List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"),
          "filter", List.of("INPUT", "FORWARD", "OUTPUT"));

  private final Random random;
  private final List<String> devices;
  private final List<String> own;
  private final List<String> all;
  private final List<String> lines = new ArrayList<>();

  /**
   * Rules of a namespace.
   *
   * @param devices its interfaces
   * @param own its addresses
   * @param all the addresses of all namespaces
   */
  RandomRules(Random random, List<String> devices, List<String> own, List<String> all) {
    this.random = random;
    this.devices = devices;
    this.own = own;
    this.all = all;
  }

  /** The rules. */
  String text() {
    for (String table : List.of("mangle", "nat", "filter")) {
      if (!table.equals("mangle") || chance(40)) {
        table(table);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private void table(String table) {
    lines.add("*" + table);
    boolean lets = table.equals("filter") && chance(70);
    for (String chain : CHAINS.get(table)) {
      boolean drops = table.equals("filter") && chance(10);
      lines.add(":" + chain + (drops ? " DROP" : " ACCEPT"));
    }
    lines.add(":first -");
    lines.add(":second -");
    for (String chain : CHAINS.get(table)) {
      if (lets) {
        lines.add("-A " + chain + " -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT");
      }
      for (int left = random.nextInt(4); left > 0; left--) {
        rule(table, chain, chain);
      }
    }
    // Called from several hooks: what is legal at one of them only stays out.
    for (String chain : List.of("first", "second")) {
      for (int left = random.nextInt(3); left > 0; left--) {
        rule(table, chain, "");
      }
    }
    lines.add("COMMIT");
  }

  private void rule(String table, String chain, String hook) {
    StringBuilder rule = new StringBuilder("-A ").append(chain);
    boolean tcp = chance(70);
    if (tcp) {
      rule.append(" -p tcp");
    }
    if (tcp && chance(60)) {
      rule.append(chance(20) ? " -m multiport --dports 80,8000:8001" : " -m tcp --dport " + port());
    }
    Set<String> asked = new HashSet<>();
    for (int left = random.nextInt(3); left > 0; left--) {
      String condition = condition(hook);
      // No option may stand twice, whether negated or not.
      if (asked.add(condition.replace(" !", "").replaceAll("(-[sdio]|-m [a-z]+) .*", "$1"))) {
        rule.append(condition);
      }
    }
    lines.add(rule.append(target(table, chain, hook, tcp)).toString());
  }

  private String condition(String hook) {
    boolean comes = List.of("PREROUTING", "INPUT", "FORWARD").contains(hook);
    boolean sends = List.of("OUTPUT", "POSTROUTING").contains(hook);
    return switch (random.nextInt(9)) {
      case 0 -> not() + " -s " + network();
      case 1 -> not() + " -d " + network();
      case 2 -> comes ? not() + " -i " + device() : " -m mark" + not() + " --mark 0x1/0x1";
      case 3 -> sends ? not() + " -o " + device() : " -m mark" + not() + " --mark 0x2/0x3";
      case 4, 5 -> sends ? owner() : " -m conntrack" + not() + " --ctstate DNAT";
      case 6 -> " -m addrtype" + not() + " --dst-type LOCAL";
      case 7 -> hook.equals("OUTPUT") || !chance(50) ? " -m addrtype --src-type LOCAL" : "";
      default -> " -m conntrack" + not() + " --ctorigdst " + pick(all);
    };
  }

  private String owner() {
    return switch (random.nextInt(4)) {
      case 0 -> " -m owner" + not() + " --uid-owner 1337";
      case 1 -> " -m owner" + not() + " --gid-owner 1000";
      case 2 -> " -m owner" + not() + " --gid-owner 7 --suppl-groups";
      default -> " -m owner" + not() + " --uid-owner 1000";
    };
  }

  private String target(String table, String chain, String hook, boolean tcp) {
    if (!hook.isEmpty() && chance(20)) {
      return (chance(70) ? " -j " : " -g ") + (chance(50) ? "first" : "second");
    }
    if (chance(10)) {
      return chance(50) ? " -j RETURN" : " -j ACCEPT";
    }
    if (chance(8)) {
      return "";
    }
    return switch (table) {
      case "mangle" -> chance(10) ? " -j DROP" : mark();
      case "nat" -> translation(hook, tcp);
      default -> refusal(tcp);
    };
  }

  private String mark() {
    return chance(50)
        ? " -j MARK --set-xmark 0x" + random.nextInt(4) + "/0x3"
        : " -j CONNMARK --set-xmark 0x1/0x1";
  }

  private String translation(String hook, boolean tcp) {
    boolean early = hook.equals("PREROUTING") || hook.equals("OUTPUT");
    if (early && chance(60)) {
      return " -j REDIRECT" + (tcp ? " --to-ports " + pick(List.of("15001", "15006", "81")) : "");
    }
    if (early) {
      String to = chance(90) ? pick(all) : "127.0.0.1";
      return " -j DNAT --to-destination " + to + (tcp && chance(60) ? ":" + port() : "");
    }
    if (hook.equals("POSTROUTING") && chance(50)) {
      return " -j MASQUERADE";
    }
    boolean source = hook.equals("POSTROUTING") || hook.equals("INPUT");
    return source ? " -j SNAT --to-source " + pick(own) : mark().replace("CONNMARK", "MARK");
  }

  private String refusal(boolean tcp) {
    List<String> with = List.of("icmp-port-unreachable", "icmp-host-prohibited", "tcp-reset");
    return switch (random.nextInt(3)) {
      case 0 -> " -j DROP";
      case 1 -> " -j REJECT --reject-with " + with.get(random.nextInt(tcp ? 3 : 2));
      default -> " -j ACCEPT";
    };
  }

  private String network() {
    String address = pick(all);
    return chance(60) ? address + "/32" : address.replaceAll("\\.[0-9]+$", ".0/24");
  }

  private String device() {
    return chance(25) ? "lo" : pick(devices);
  }

  private String port() {
    return pick(List.of("80", "81", "82", "83", "8000", "15001", "15006"));
  }

  private String not() {
    return chance(30) ? " !" : "";
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
