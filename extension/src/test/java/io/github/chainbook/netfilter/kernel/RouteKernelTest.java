package io.github.chainbook.netfilter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.netfilter.machine.Route;
import io.github.chainbook.netfilter.machine.RouteQuery;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.value.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Routes and sources of connections, as {@code ip route get} of this kernel tells them. */
class RouteKernelTest {

  private static final int CASES = Integer.getInteger("chainbook.routes", 25);
  private static final long SEED = Long.getLong("chainbook.seed", 1);

  @Test
  void theKernelChoosesTheSameRouteAndSource() throws Exception {
    List<String> first = ask("ip link show lo");
    assumeTrue(first.get(0).startsWith("1: lo"), () -> "no network namespaces here: " + first);
    int compared = 0;
    for (int i = 0; i < CASES; i++) {
      compared += compare(new Case(new Random(SEED * 1_000_003 + i)));
    }
    assertThat(compared).isGreaterThan(CASES * 10);
  }

  private static int compare(Case one) throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder(one.script());
    for (String question : one.questions) {
      script.append("ip route get ").append(question).append(" 2>&1 | head -n 1\n");
    }
    List<String> answers = ask(script.toString());
    // What ip(8) refuses is not there, and the case would not be what it seems.
    if (answers.size() != one.questions.size()) {
      return 0;
    }
    Machine machine = new Machine(one.environment(), Map.of(), false);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(ours(machine, one.questions.get(i)))
          .as(script + "\n" + one.questions.get(i) + "\n" + answers.get(i))
          .isEqualTo(kernels(answers.get(i)));
    }
    return answers.size();
  }

  private static String ours(Machine machine, String question) {
    String[] words = question.split(" ");
    Address to = InterfaceAddress.parse(words[0]).orElseThrow().address();
    long mark = words.length > 1 ? 1 : 0;
    RouteQuery.PathHint hint = new RouteQuery.PathHint(false, true, "", "", null, to);
    Route route = machine.output(new RouteQuery(null, to, KnownBits.of(mark), "", hint));
    if (route.type() == Route.Type.NONE) {
      return "none";
    }
    String device = route.type() == Route.Type.LOCAL ? "lo" : route.device();
    Address source = machine.connectionSource(route, to, hint);
    return device + " " + route.gateway().map(Address::toString).orElse("-") + " " + source;
  }

  private static String kernels(String answer) {
    boolean none =
        answer.startsWith("RTNETLINK")
            || answer.startsWith("unreachable")
            || answer.startsWith("blackhole")
            || answer.startsWith("prohibit");
    String device = answer.startsWith("local") ? "lo" : after(answer, " dev ");
    return none ? "none" : device + " " + after(answer, " via ") + " " + after(answer, " src ");
  }

  private static String after(String text, String word) {
    int at = text.indexOf(word);
    return at < 0 ? "-" : text.substring(at + word.length()).split(" ")[0];
  }

  private static List<String> ask(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("unshare", "-n", "sh", "-c", "set -e\n" + script)
            .redirectErrorStream(true)
            .start();
    byte[] out = process.getInputStream().readAllBytes();
    process.waitFor();
    return new String(out, StandardCharsets.UTF_8).lines().toList();
  }

  /** Random addresses, routes and rules, and destinations that are asked for. */
  private static final class Case {

    private final Random random;
    private final Map<String, List<String>> interfaces = new LinkedHashMap<>();
    private final List<String> routes = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();

    Case(Random random) {
      this.random = random;
      for (String device : List.of("d0", "d1")) {
        List<String> own = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          own.add(own4());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
          own.add("2001:db8:" + random.nextInt(3) + "::" + (1 + random.nextInt(9)) + "/64");
        }
        interfaces.put(device, own.stream().distinct().toList());
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        routes.add(route());
      }
      if (random.nextBoolean()) {
        commands.add("rule add fwmark 1 lookup 100");
        commands.add("route add local default dev lo table 100");
      }
      if (random.nextInt(3) == 0) {
        commands.add("rule add to 10.7.0.0/16 lookup 101");
        commands.add("route add unreachable 10.7.1.0/24 table 101");
      }
      for (int i = 0; i < 3; i++) {
        questions.add("10.0." + i + "." + (1 + random.nextInt(9)));
        questions.add("2001:db8:" + i + "::" + (1 + random.nextInt(9)));
      }
      interfaces.values().stream()
          .flatMap(List::stream)
          .map(own -> own.substring(0, own.indexOf('/')))
          .forEach(questions::add);
      questions.addAll(
          List.of("127.0.0.1", "127.0.0.9", "::1", "10.7.1.1", "10.7.2.2", "198.51.100.1"));
      questions.addAll(List.of("2001:db8:99::1", "fd00::1", "10.0.1.200 mark 1"));
    }

    private String own4() {
      return "10.0."
          + random.nextInt(3)
          + "."
          + (1 + random.nextInt(9))
          + "/"
          + List.of(16, 24, 24, 24, 32).get(random.nextInt(5));
    }

    private String route() {
      String device = "d" + random.nextInt(2);
      String network =
          List.of("default", "10.7.0.0/16", "198.51.100.0/24", "10.0.1.0/24")
              .get(random.nextInt(4));
      List<String> own = interfaces.get(device).stream().filter(a -> a.indexOf(':') < 0).toList();
      if (own.isEmpty()) {
        return network + " dev " + device;
      }
      String address = own.get(random.nextInt(own.size()));
      String plain = address.substring(0, address.indexOf('/'));
      String via =
          address.endsWith("/32") ? "" : plain.substring(0, plain.lastIndexOf('.')) + ".250";
      return network
          + (via.isEmpty() || random.nextBoolean() ? "" : " via " + via)
          + " dev "
          + device
          + (random.nextInt(3) == 0 ? " src " + plain : "");
    }

    String script() {
      StringBuilder text =
          new StringBuilder(
              "ip link set lo up\necho 1 > /proc/sys/net/ipv6/conf/default/addr_gen_mode\n");
      for (String device : interfaces.keySet()) {
        String peer = "p" + device;
        text.append("ip link add " + device + " type veth peer name " + peer + "\n");
        text.append("ip link set " + peer + " up\nip link set " + device + " up\n");
      }
      interfaces.forEach(
          (device, own) ->
              own.forEach(
                  address ->
                      text.append("ip addr add " + address + " dev " + device)
                          .append(address.indexOf(':') < 0 ? "\n" : " nodad\n")));
      // The kernel adds local routes of IPv6 a little later.
      environment().addresses().values().stream()
          .flatMap(List::stream)
          .map(InterfaceAddress::address)
          .filter(address -> address.family() == Family.IPV6)
          .forEach(
              address ->
                  text.append("until ip -6 route show table local | grep -q '^local ")
                      .append(address)
                      .append(" '; do sleep 0.02; done\n"));
      routes.forEach(route -> text.append("ip route replace " + route + "\n"));
      commands.forEach(command -> text.append("ip " + command + "\n"));
      return text.toString();
    }

    Environment environment() {
      Map<String, List<InterfaceAddress>> all = new LinkedHashMap<>();
      interfaces.forEach(
          (device, own) ->
              all.put(
                  device, own.stream().map(a -> InterfaceAddress.parse(a).orElseThrow()).toList()));
      return new Environment(
          Environment.Mode.ROUTES, true, all, routes, commands, Optional.empty(), Map.of());
    }
  }
}
