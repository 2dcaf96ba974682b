package io.github.chainbook.figure.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Hop.Entry;
import io.github.chainbook.topology.flow.Hop.Exit;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.value.Address;
import java.util.Optional;

/** What stands beside the arrow of a hop: few words, since its row says all. */
public final class HopLabel {

  private HopLabel() {}

  /**
   * {@code tcp :8080}, {@code from 127.0.0.6}, {@code :15006}, {@code eth0 → eth1}.
   *
   * @param names how the topology's parts are called
   */
  public static String of(Names names, Hop hop) {
    Messages words = names.words();
    if (hop.entry() instanceof Entry.Opened opened) {
      return chosenSource(names, hop)
          .map(source -> words.text("hop.from", "source", source))
          .orElseGet(() -> protocol(hop, words) + " " + destination(names, opened));
    }
    if (hop.entry() instanceof Entry.Answered) {
      return words.text("hop.answer-to", "to", destination(hop));
    }
    String in = ((Entry.Arrived) hop.entry()).device();
    if (hop.exit() instanceof Exit.Sent sent) {
      return in + " → " + sent.device();
    }
    if (hop.exit() instanceof Exit.Delivered delivered) {
      return ":" + delivered.socket().port();
    }
    if (hop.isAnswer()) {
      return words.text("hop.answer");
    }
    Optional<Endpoint> now = hop.trace().destinationChange().filter(end -> end.port() > 0);
    return ":" + now.map(Endpoint::port).orElse(port(hop));
  }

  /** The source, where it is not an address of the sender's own interfaces. */
  static Optional<Address> chosenSource(Names names, Hop hop) {
    return hop.packet()
        .source()
        .filter(source -> !isOwn(names, hop, source))
        .filter(
            source -> !source.toString().equals("127.0.0.1") && !source.toString().equals("::1"));
  }

  private static boolean isOwn(Names names, Hop hop, Address source) {
    var namespace = names.topology().namespaces().get(hop.namespace());
    return namespace == null || Names.addresses(namespace).contains(source);
  }

  private static String destination(Names names, Entry.Opened opened) {
    Address to = opened.to().address();
    boolean evident = to == null || Names.isLoopback(to) || names.owner(to).isPresent();
    boolean service = to != null && names.service(to).isPresent();
    return evident && !service ? ":" + port(opened) : names.of(opened.to());
  }

  private static String port(Entry.Opened opened) {
    int port = opened.to().port();
    return port == Header.NOT_KNOWN || port == Header.NO_PORT ? "*" : String.valueOf(port);
  }

  /** {@code tcp}, {@code udp}. */
  static String protocol(Hop hop, Messages words) {
    return switch (hop.packet().protocol()) {
      case Protocols.TCP -> "tcp";
      case Protocols.UDP -> "udp";
      default -> words.text("hop.protocol", "number", String.valueOf(hop.packet().protocol()));
    };
  }

  /** The address that a packet was for when it came. */
  static Address destination(Hop hop) {
    return hop.packet().destination();
  }

  /** The port that a packet was for when it came. */
  static int port(Hop hop) {
    return hop.packet().numbers().getOrDefault(Field.DESTINATION_PORT, 0L).intValue();
  }
}
