package io.github.chainbook.netfilter.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is printed reads as what it was printed from. */
class PacketTextTest {

  private static final List<String> OWNER =
      List.of(
          "uid 0",
          "uid 1337",
          "uid 1000 gid 1337",
          "gid 5",
          "uid 7 gid *",
          "groups 1,2",
          "no-socket",
          "kernel");

  private static final List<String> ANY =
      List.of(
          "state ESTABLISHED",
          "state REPLY",
          "state UNTRACKED",
          "state INVALID",
          "state ESTABLISHED-NAT",
          "mark 0x1",
          "mark *",
          "mark 4294967295",
          "connmark 0x10",
          "ttl 1",
          "tos 0x10",
          "length 60",
          "mac 02:00:00:00:00:01",
          "type broadcast",
          "fragment 8",
          "payload \"\"",
          "payload \"a\\x00\\xff\\\"\\\\é\"");

  private static final List<String> TCP = List.of("flags SYN,ACK", "flags NONE", "mss 1460");
  private static final List<String> ICMP = List.of("type 3/1", "type echo-reply", "id 7");

  @Property(tries = 500)
  void readsWhatItPrints(@ForAll("lines") String line) {
    Packet packet = Readings.line(line).packet();
    String printed = PacketText.of(packet);
    Packet again = Readings.line(printed).packet();
    assertThat(PacketText.of(again)).isEqualTo(printed);
    assertThat(again)
        .usingRecursiveComparison()
        .withComparatorForType(java.util.Arrays::compare, byte[].class)
        .isEqualTo(packet);
  }

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> way = Arbitraries.of("in eth0: ", "out lo: ", "forward eth0 cali+1: ");
    Arbitrary<String> ends =
        Arbitraries.of(
            "tcp 10.0.0.1:1 > 10.0.0.2:65535",
            "udp *:53 > 10.0.0.2:*",
            "icmp 10.0.0.1 > 10.0.0.2",
            "tcp [2001:db8::1]:1 > [::1]:80",
            "icmpv6 * > fe80::1",
            "132 10.0.0.1:1 > 10.0.0.2",
            "esp 10.0.0.1 > 224.0.0.1");
    return Combinators.combine(way, ends)
        .flatAs(
            (w, e) ->
                attributes(w, e)
                    .map(
                        all ->
                            w + e + all.stream().map(a -> " " + a).collect(Collectors.joining())));
  }

  private static Arbitrary<List<String>> attributes(String way, String ends) {
    List<String> possible = new java.util.ArrayList<>(ANY);
    if (way.startsWith("out")) {
      possible.addAll(OWNER);
    }
    if (ends.startsWith("tcp")) {
      possible.addAll(TCP);
    }
    if (ends.startsWith("icmp ")) {
      possible.addAll(ICMP);
    }
    // Each attribute once; a type of message and a type of address are two.
    return Arbitraries.of(possible)
        .list()
        .uniqueElements(
            a ->
                a.matches("type (3|echo).*")
                    ? "icmp"
                    : a.equals("kernel") ? "no-socket" : a.split(" ")[0])
        .ofMaxSize(6)
        .map(PacketTextTest::ownersTogether);
  }

  // One of the owner's words brings its group along.
  private static List<String> ownersTogether(List<String> attributes) {
    boolean both = attributes.stream().anyMatch(a -> a.startsWith("uid") && a.contains("gid"));
    return both ? attributes.stream().filter(a -> !a.startsWith("gid")).toList() : attributes;
  }

  @Property(tries = 500)
  void everyTextIsReadWithoutAnException(@ForAll("texts") String text) {
    PacketReading reading = PacketReader.read(SourceText.of("t", text));
    List<String> lines = SourceText.of("t", text).lines();
    reading
        .diagnostics()
        .forEach(
            d -> {
              String line = lines.isEmpty() ? "" : lines.get(d.position().line() - 1);
              assertThat(d.position().column())
                  .isBetween(0, line.codePointCount(0, line.length()) + 1);
            });
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "in",
            "out",
            "forward",
            "eth0:",
            "eth0",
            ":",
            "tcp",
            "icmp",
            "10.0.0.1:1",
            "*",
            ">",
            "=>",
            ",",
            "[",
            "[::1]:2",
            "::",
            "uid",
            "type",
            "payload",
            "\"",
            "\\",
            "\"x\\",
            "about",
            "state",
            "RELATED",
            "flags",
            "SYN,",
            "ACCEPT",
            "REDIRECT",
            ":1",
            "by",
            "mark",
            "0x",
            "#",
            "\n",
            "\u0000",
            "é",
            "𝄞",
            "\udc80");
    return words.list().ofMaxSize(20).map(list -> String.join(" ", list));
  }
}
