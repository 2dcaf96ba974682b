package io.github.chainbook.xtables.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.catalogue.BuiltIn;
import io.github.chainbook.xtables.catalogue.PacketTests;
import io.github.chainbook.xtables.packet.FakeConnection;
import io.github.chainbook.xtables.packet.FakePacket;
import io.github.chainbook.xtables.packet.FakePackets;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.AddressType;
import io.github.chainbook.xtables.value.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Which rules of PREROUTING a packet matched in a real kernel: {@code matches.kernel}, made by the
 * scripts in src/test/kernel. The system property {@code matches} names another such file.
 */
class MatchesOfKernelTest {

  private Family family;
  private final List<String> rules = new ArrayList<>();
  private List<Rule> read = List.of();
  private final List<String> differences = new ArrayList<>();
  private int packets;

  @Test
  void theKernelSaysTheSame() throws IOException {
    for (String line : text().lines().toList()) {
      if (line.startsWith("rules ")) {
        family = line.endsWith("6") ? Family.IPV6 : Family.IPV4;
        rules.clear();
      } else if (line.startsWith("packet ")) {
        compare(line);
      } else {
        rules.add(line);
        read = List.of();
      }
    }
    assertThat(differences).isEmpty();
    assertThat(packets).isPositive();
  }

  private static String text() throws IOException {
    String other = System.getProperty("matches");
    if (other != null) {
      return Files.readString(Path.of(other));
    }
    try (InputStream in = MatchesOfKernelTest.class.getResourceAsStream("matches.kernel")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void readRules() {
    StringBuilder dump = new StringBuilder("*mangle\n:PREROUTING ACCEPT [0:0]\n");
    rules.forEach(rule -> dump.append("-A PREROUTING ").append(rule).append('\n'));
    Reading reading =
        new RulesetReader()
            .read(SourceText.of("rules", dump.append("COMMIT\n").toString()), Optional.of(family));
    assertThat(reading.diagnostics()).isEmpty();
    read =
        reading.ruleset().table("mangle").orElseThrow().chain("PREROUTING").orElseThrow().rules();
  }

  private void compare(String line) {
    if (read.isEmpty()) {
      readRules();
    }
    packets++;
    hide(line);
    int colon = line.lastIndexOf(':');
    String kernel = line.substring(colon + 1).strip();
    StringBuilder ours = new StringBuilder();
    FakePacket packet = packet(line.substring(0, colon).split(" "));
    for (Rule rule : read) {
      Truth matches = test(rule, packet);
      if (packet.isDamaged()) {
        ours.append(matches == Truth.YES && !packet.machine().isNft() ? rule.number() + " " : "");
        ours.append("drop");
        break;
      }
      ours.append(matches == Truth.YES ? rule.number() + " " : "");
      ours.append(matches == Truth.UNKNOWN ? rule.number() + "? " : "");
    }
    String said = ours.toString().strip();
    if (!isSame(kernel, said)) {
      differences.add(family + "\n  " + line + "\n  ours: " + said + "\n  " + told(kernel, said));
    }
  }

  // With less known of a packet, a match says the same or that it cannot tell.
  private void hide(String line) {
    String[] words = line.substring(0, line.lastIndexOf(':')).split(" ");
    for (Rule rule : read) {
      FakePacket whole = packet(words);
      Truth sure = test(rule, whole);
      Random random = new Random(packets);
      int share = random.nextInt(1, 8);
      FakePacket less = packet(words);
      less.hide(i -> i > 6 && random.nextInt(share) == 0, i -> random.nextInt(share) == 0);
      Truth said = test(rule, less);
      boolean isSame = said == sure && less.isDamaged() == whole.isDamaged();
      boolean isOpen = said == Truth.UNKNOWN && !less.isDamaged();
      // Where something before it is not known, a test that drops is not reached for sure.
      if (!isSame && !isOpen && !(said == sure && !less.isDamaged())) {
        differences.add(line + "\n  " + rules.get(rule.number() - 1) + "\n  with less: " + said);
      }
    }
  }

  // What we do not know is no difference.
  private static boolean isSame(String kernel, String ours) {
    if (ours.indexOf('?') < 0) {
      return kernel.equals(ours);
    }
    List<String> theirs = List.of(kernel.split(" "));
    List<String> known = new ArrayList<>(List.of(ours.split(" ")));
    List<String> left = new ArrayList<>(theirs);
    known.stream().filter(it -> it.endsWith("?")).forEach(it -> left.remove(it.replace("?", "")));
    known.removeIf(it -> it.endsWith("?"));
    left.removeIf(String::isEmpty);
    return left.equals(known);
  }

  private String told(String kernel, String ours) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i <= rules.size(); i++) {
      boolean theirs = List.of(kernel.split(" ")).contains(String.valueOf(i));
      if (theirs != List.of(ours.split(" ")).contains(String.valueOf(i))) {
        out.append("\n  ").append(i).append(theirs ? " is " : " is not ").append(rules.get(i - 1));
      }
    }
    return out.toString();
  }

  private static FakePacket packet(String[] words) {
    boolean nft = words[1].equals("nft");
    FakePacket hex = FakePackets.ofHex(words[6]);
    int[] bytes = new int[hex.bytes().length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = hex.bytes().at(i);
    }
    FakePacket packet = FakePackets.of(bytes, nft);
    packet.with(Field.MARK, Long.parseLong(words[2].substring(5)));
    String mac = words[3].substring(4);
    packet.mac(mac.equals("?") ? -2 : Long.parseLong(mac, 16));
    packet.type(words[4].substring(5)).at(Hook.PREROUTING, "eth0", "");
    String mark = words[5].substring(3);
    packet.connection(mark.equals("-") ? null : FakeConnection.ofMark(Long.parseLong(mark)));
    packet.machine().type(packet.source(), AddressType.UNICAST);
    packet.machine().type(packet.destination(), AddressType.LOCAL);
    return packet;
  }

  private Truth test(Rule rule, FakePacket packet) {
    Truth all = Truth.YES;
    RuleContext context = RuleContext.of(family, "mangle");
    for (Match match : rule.matches()) {
      Options given = new Options(match.options());
      if (match.module().isEmpty()) {
        all = protocol(given, packet);
      } else {
        all =
            all.and(
                PacketTests.of(match.module().get()).orElseThrow().of(given, context).test(packet));
      }
      if (all == Truth.NO || packet.isDamaged()) {
        return all;
      }
    }
    return all;
  }

  // ip6_packet_match in net/ipv6/netfilter/ip6_tables.c drops what has no protocol.
  private static Truth protocol(Options given, FakePacket packet) {
    Optional<Protocol> wanted = given.get(BuiltIn.PROTOCOL);
    if (wanted.isEmpty()) {
      return Truth.YES;
    }
    if (packet.protocol() < 0) {
      if (!packet.machine().isNft()) {
        packet.dropDamaged();
      }
      return Truth.NO;
    }
    boolean same = wanted.get().number() == packet.protocol();
    return Truth.of(same != given.isNegated(BuiltIn.PROTOCOL));
  }
}
