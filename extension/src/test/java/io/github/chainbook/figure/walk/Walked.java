package io.github.chainbook.figure.walk;

import io.github.chainbook.figure.Ids;
import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.language.EnvironmentText;
import io.github.chainbook.netfilter.language.PacketTraces;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.words.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ruleset and a packet's way through it. */
public record Walked(Ruleset ruleset, Trace trace) {

  /** The book's own sidecar. */
  static final Path SIDECAR = Path.of("../content/dumps/fortio-server/iptables-save.txt");

  /** Two tables, chance, a goto, a chain that is called twice. */
  public static final String GATE =
      """
      *raw
      :PREROUTING ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      COMMIT
      *nat
      :PREROUTING ACCEPT [0:0]
      :INPUT ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      :POSTROUTING ACCEPT [0:0]
      :web - [0:0]
      :log - [0:0]
      -A PREROUTING -p tcp -j web
      -A web -j log
      -A web -p tcp -m tcp --dport 81 -m statistic --mode random --probability 0.5 -j RETURN
      -A web -p tcp -m tcp --dport 80:81 -j REDIRECT --to-ports 8081
      -A web -j log
      -A log -j LOG
      COMMIT
      *filter
      :INPUT DROP [0:0]
      :FORWARD DROP [0:0]
      :OUTPUT ACCEPT [0:0]
      :in - [0:0]
      -A INPUT -g in
      -A in -p udp -j DROP
      -A in -p tcp -m tcp --dport 22 -j DROP
      -A in -p tcp -m tcp --dport 8081 -j ACCEPT
      -A in -j DROP
      COMMIT
      """;

  /** The way of a packet through the sidecar of the book. */
  public static Walked sidecar(String packet) throws IOException {
    return of(Files.readString(SIDECAR), packet, "eth0=10.244.2.5/24", Backend.LEGACY);
  }

  /** The way of a packet through {@link #GATE}. */
  public static Walked gate(String packet) {
    return gate(packet, Backend.LEGACY);
  }

  /** The same with a back end. */
  public static Walked gate(String packet, Backend backend) {
    return of(GATE, packet, "eth0=10.0.0.5/24", backend);
  }

  private static Walked of(String dump, String packet, String addrs, Backend backend) {
    Ruleset ruleset =
        new RulesetReader().read(SourceText.of("d", dump), Optional.empty()).ruleset();
    PacketTraces traces =
        PacketTraces.of(
            SourceText.of("p", packet),
            List.of(ruleset),
            EnvironmentText.read(
                Optional.of(addrs),
                Optional.empty(),
                message -> {
                  throw new AssertionError(message);
                }),
            Map.of(),
            backend);
    if (!traces.diagnostics().isEmpty()) {
      throw new AssertionError(traces.diagnostics());
    }
    return new Walked(ruleset, traces.packets().get(0).trace());
  }

  WalkFigure figure(boolean all) {
    return WalkDiagram.of(
        new Ids("r"), ruleset, trace, table -> true, all, "Way", Messages.english());
  }
}
