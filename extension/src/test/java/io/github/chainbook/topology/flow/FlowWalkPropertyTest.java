package io.github.chainbook.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Place;
import io.github.chainbook.topology.Place.Target;
import io.github.chainbook.topology.Proxy.Onward;
import io.github.chainbook.topology.Proxy.Source;
import io.github.chainbook.words.Messages;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every walk, whatever was declared. */
class FlowWalkPropertyTest {

  private static final List<String> TARGETS =
      List.of(
          "ACCEPT",
          "DNAT --to-destination 10.0.1.2:80",
          "DNAT --to-destination 10.0.3.9:81",
          "DNAT --to-destination 10.96.0.1",
          "DNAT --to-destination 127.0.0.1:15001",
          "REDIRECT --to-ports 15001",
          "REDIRECT --to-ports 80-90");
  private static final List<String> MATCHES =
      List.of(
          "",
          "-m owner --uid-owner 1337",
          "-m owner ! --uid-owner 1337",
          "-d 10.0.2.0/24",
          "-o lo",
          "-m statistic --mode random --probability 0.5",
          "-m limit --limit 1/s",
          "-p tcp -m tcp --dport 80",
          "-p tcp -m tcp --sport 4000:5000");

  @Property(tries = 300)
  void endsAndNumbersItsHops(@ForAll long seed) {
    Random random = new Random(seed);
    FlowWalk walk = deployment(random).walk().walk();

    assertThat(walk.hops())
        .extracting(Hop::number)
        .isEqualTo(IntStream.rangeClosed(1, walk.hops().size()).boxed().toList());
    assertThat(walk.ways()).hasSizeBetween(1, 16);
    for (Way way : walk.ways()) {
      assertThat(way.hops()).isSorted().doesNotHaveDuplicates();
      List<Hop> hops = walk.hopsOf(way);
      int back = (int) hops.stream().dropWhile(hop -> !isAnswer(hop)).count();
      assertThat(hops.size() - back).isLessThanOrEqualTo(Findings.MOST_HOPS);
      assertThat(back).isLessThanOrEqualTo(Findings.MOST_HOPS);
      assertThat(hops).extracting(Hop::leg).isSorted();
      for (int i = 0; i + 1 < hops.size(); i++) {
        assertThat(follows(hops.get(i), hops.get(i + 1))).as(hops.toString()).isTrue();
      }
      assertThat(way.reason().in(Messages.english())).isNotEmpty().doesNotEndWith(".");
      way.share().ifPresent(share -> assertThat(share).isBetween(0.0, 1.0));
    }
    assertThat(walk.ways().stream().flatMap(way -> way.hops().stream()).distinct())
        .hasSameSizeAs(walk.hops());
    boolean all = walk.ways().stream().allMatch(way -> way.ending() == Flow.Ending.ARRIVES);
    assertThat(walk.problems().isEmpty()).isEqualTo(all);
  }

  // The answer's hops are the last ones of a way.
  private static boolean isAnswer(Hop hop) {
    return hop.entry() instanceof Hop.Entry.Answered;
  }

  // What is delivered goes on in the same namespace, what is sent comes in by an interface.
  private static boolean follows(Hop hop, Hop next) {
    return hop.exit() instanceof Hop.Exit.Delivered
        ? !(next.entry() instanceof Hop.Entry.Arrived) && next.namespace().equals(hop.namespace())
        : hop.exit() instanceof Hop.Exit.Sent && next.entry() instanceof Hop.Entry.Arrived;
  }

  private static Deployment deployment(Random random) {
    Deployment all = new Deployment();
    int count = 1 + random.nextInt(4);
    for (int i = 1; i <= count; i++) {
      Namespace.Kind kind = pick(random, List.of(Namespace.Kind.values()));
      all.has(kind, "n" + i, interfaces(random, i));
      if (random.nextInt(3) == 0) {
        all.routes("default via 10.0." + (1 + random.nextInt(4)) + ".2 dev eth0");
      }
      if (random.nextInt(3) > 0) {
        all.rules(rules(random));
      }
      processes(random, all);
    }
    all.service("web", "10.96.0.1", "n1:80", "n" + count, "10.0.4.2:80");
    if (random.nextInt(3) == 0 && count > 1) {
      all.link("n1/eth0", "n2/eth0");
    }
    String legs = random.nextBoolean() ? "" : " -> n" + count + ":80";
    int protocol = random.nextInt(5) == 0 ? Protocols.UDP : Protocols.TCP;
    String to = pick(random, List.of("web:80", "n" + count + ":80", "127.0.0.1:80", "n1"));
    return all.flow("n1/app -> " + to + legs, protocol, Flow.Expected.ARRIVES);
  }

  private static String[] interfaces(Random random, int i) {
    return switch (random.nextInt(5)) {
      case 0 -> new String[] {};
      case 1 -> new String[] {"eth0 2001:db8::" + i + "/64 10.0." + i + ".2/24"};
      case 2 -> new String[] {"eth0 10.0." + i + ".2/16", "eth1 10.1." + i + ".2/24"};
      default -> new String[] {"eth0 10.0." + i + ".2/24"};
    };
  }

  private static void processes(Random random, Deployment all) {
    if (random.nextInt(6) == 0) {
      all.withUnknownProcesses();
      return;
    }
    all.runs("app", 1000, "80").runs("envoy", random.nextBoolean() ? 1337 : 1000, "15001", "81");
    List<Source> sources = List.of(Source.CHOSEN, Deployment.KEPT, Deployment.from("127.0.0.6"));
    Target service = new Target.OfService("web");
    Place web = new Place(service, OptionalInt.empty(), "web", FlowText.HERE);
    List<Onward> ways =
        List.of(
            Deployment.ORIGINAL,
            new Onward.OriginalEndpoint(),
            new Onward.To(web),
            new Onward.To(FlowText.place("n1:81", Map.of())));
    all.proxying("15001", pick(random, ways), pick(random, sources));
    all.proxying("81", pick(random, ways), pick(random, sources));
  }

  private static String rules(Random random) {
    StringBuilder text =
        new StringBuilder(
            "*nat\n:PREROUTING ACCEPT [0:0]\n:INPUT ACCEPT [0:0]\n"
                + ":OUTPUT ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n");
    for (int i = random.nextInt(4); i > 0; i--) {
      String match = pick(random, MATCHES);
      boolean output = match.contains("owner") || match.contains("-o ") || random.nextBoolean();
      String protocol = match.contains("-p tcp") ? "" : " -p tcp";
      text.append(output ? "-A OUTPUT" : "-A PREROUTING").append(protocol).append(" ");
      text.append(match).append(" -j ").append(pick(random, TARGETS)).append("\n");
    }
    if (random.nextBoolean()) {
      text.append("-A POSTROUTING -j MASQUERADE\n");
    }
    return text + "COMMIT\n";
  }

  private static <T> T pick(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
