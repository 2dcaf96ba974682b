package io.github.chainbook.ruleset;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The nat table of a node with many Services, as kube-proxy in iptables mode writes it: for each
 * Service a rule in KUBE-SERVICES and a KUBE-SVC chain that picks an endpoint at random, for each
 * endpoint a KUBE-SEP chain with a masquerading mark and a DNAT rule.
 */
public final class KubeProxyDump {

  private static final int ENDPOINTS = 4;
  private static final int RULES_PER_SERVICE = 2 + 3 * ENDPOINTS;
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final Random random = new Random(96_000);
  private final List<String> chains = new ArrayList<>();
  private final List<String> services = new ArrayList<>();
  private final List<String> balancing = new ArrayList<>();
  private final List<String> endpoints = new ArrayList<>();

  private KubeProxyDump() {}

  /** A dump of about so many rules, with LF line ends. */
  public static String ofRules(int rules) {
    KubeProxyDump dump = new KubeProxyDump();
    for (int i = 0; i < rules / RULES_PER_SERVICE; i++) {
      dump.service(i);
    }
    return dump.text();
  }

  /** Writes a dump: {@code RULES FILE}. */
  public static void main(String[] args) {
    try (PrintStream out = new PrintStream(Files.newOutputStream(Path.of(args[1])))) {
      out.write(ofRules(Integer.parseInt(args[0])).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String hash() {
    StringBuilder hash = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      hash.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return hash.toString();
  }

  private void service(int i) {
    String name = "prod/web-" + i + ":http";
    String service = "KUBE-SVC-" + hash();
    String address = "10." + (96 + (i >> 16)) + "." + (i >> 8 & 255) + "." + (i & 255);
    chains.add(service);
    services.add(
        "-A KUBE-SERVICES -d %s/32 -p tcp -m comment --comment \"%s cluster IP\" -m tcp --dport 80 -j %s"
            .formatted(address, name, service));
    balancing.add(
        "-A %s ! -s 10.244.0.0/16 -d %s/32 -p tcp -m comment --comment \"%s cluster IP\" -m tcp --dport 80 -j KUBE-MARK-MASQ"
            .formatted(service, address, name));
    for (int e = 0; e < ENDPOINTS; e++) {
      endpoint(service, name, i * ENDPOINTS + e, ENDPOINTS - e);
    }
  }

  private void endpoint(String service, String name, int number, int left) {
    String chain = "KUBE-SEP-" + hash();
    String address =
        "10." + (244 + (number >> 16)) + "." + (number >> 8 & 255) + "." + (number & 255);
    chains.add(chain);
    String statistic =
        left == 1
            ? ""
            : " -m statistic --mode random --probability "
                + String.format(Locale.ROOT, "%.11f", Math.round(0x1p31 / left) / 0x1p31);
    balancing.add(
        "-A %s -m comment --comment \"%s\"%s -j %s".formatted(service, name, statistic, chain));
    endpoints.add(
        "-A %s -s %s/32 -m comment --comment \"%s\" -j KUBE-MARK-MASQ"
            .formatted(chain, address, name));
    endpoints.add(
        "-A %s -p tcp -m comment --comment \"%s\" -m tcp -j DNAT --to-destination %s:8080"
            .formatted(chain, name, address));
  }

  private String text() {
    StringBuilder out = new StringBuilder("*nat\n");
    for (String hook : List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING")) {
      out.append(':').append(hook).append(" ACCEPT [0:0]\n");
    }
    chains.addAll(List.of("KUBE-MARK-MASQ", "KUBE-POSTROUTING", "KUBE-SERVICES"));
    chains.stream().sorted().forEach(c -> out.append(':').append(c).append(" - [0:0]\n"));
    List<String> rules = new ArrayList<>();
    String portals = " -m comment --comment \"kubernetes service portals\" -j KUBE-SERVICES";
    rules.add("-A PREROUTING" + portals);
    rules.add("-A OUTPUT" + portals);
    rules.add(
        "-A POSTROUTING -m comment --comment \"kubernetes postrouting rules\" -j KUBE-POSTROUTING");
    rules.add("-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000");
    rules.add("-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN");
    rules.add("-A KUBE-POSTROUTING -j MARK --set-xmark 0x4000/0x0");
    rules.add(
        "-A KUBE-POSTROUTING -m comment --comment \"kubernetes service traffic requiring SNAT\" -j MASQUERADE --random-fully");
    rules.addAll(endpoints);
    rules.addAll(services);
    rules.addAll(balancing);
    rules.forEach(rule -> out.append(rule).append('\n'));
    return out.append("COMMIT\n").toString();
  }
}
