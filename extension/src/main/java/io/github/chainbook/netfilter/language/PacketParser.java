package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Protocol;
import java.util.List;

/** Reads the packet of a line: {@code in eth0: tcp 10.0.0.1:4000 > 10.0.0.2:80 mark 0x1}. */
final class PacketParser {

  private static final List<String> WAYS = List.of("in", "out", "forward");

  private final Tokens tokens;

  PacketParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a packet.
   *
   * @throws BadLine where it is none
   */
  Packet read() throws BadLine {
    Draft draft = new Draft();
    way(draft);
    ends(draft);
    new AttributeParser(tokens, draft).readAll();
    return draft.packet();
  }

  private void way(Draft draft) throws BadLine {
    Token way = tokens.take();
    boolean glued = way.isWord() && way.text().endsWith(":");
    if (glued || !way.isWord() || !WAYS.contains(way.text())) {
      throw BadLine.expected(
          "in IF:, out IF: or forward IN OUT:", way, DidYouMean.hint(way.text(), WAYS));
    }
    switch (way.text()) {
      case "in" -> {
        draft.path = Packet.Path.INBOUND;
        draft.in = lastDevice();
      }
      case "out" -> {
        draft.path = Packet.Path.OUTBOUND;
        draft.out = lastDevice();
      }
      default -> {
        draft.path = Packet.Path.FORWARD;
        Token in = tokens.take();
        if (in.isWord() && in.text().endsWith(":")) {
          throw new BadLine(
              in.columnOf(in.text().length() - 1),
              "expected the interface that it leaves by, found ':'");
        }
        draft.in = Values.device(in.text(), in);
        draft.out = lastDevice();
      }
    }
  }

  private String lastDevice() throws BadLine {
    Token name = tokens.take();
    if (name.isWord() && name.text().endsWith(":") && name.text().length() > 1) {
      return Values.device(name.text().substring(0, name.text().length() - 1), name);
    }
    String device = Values.device(name.text(), name);
    Token colon = tokens.peek();
    if (!colon.isWord() || !colon.text().equals(":")) {
      throw BadLine.expected("a colon behind the interface", colon);
    }
    tokens.take();
    return device;
  }

  /** Reads protocol, source and destination. */
  void ends(Draft draft) throws BadLine {
    Token protocol = tokens.take();
    draft.protocol = protocol(protocol);
    Token from = tokens.take();
    final Endpoint source = Ends.read(from);
    Token arrow = tokens.take();
    if (!arrow.is(">")) {
      throw BadLine.expected("'>' between source and destination", arrow);
    }
    Token to = tokens.take();
    Endpoint destination = Ends.read(to);
    if (destination.address() == null) {
      throw BadLine.expected("an address that the packet goes to", to);
    }
    draft.source = source;
    draft.destination = destination;
    draft.family = destination.address().family();
    if (source.address() != null && source.address().family() != draft.family) {
      throw new BadLine(to.column(), "source and destination are of two families");
    }
    checkPorts(draft, from, source);
    checkPorts(draft, to, destination);
    Family other = draft.family == Family.IPV4 ? Family.IPV6 : Family.IPV4;
    if (draft.protocol == icmp(other)) {
      throw new BadLine(
          protocol.column(),
          "expected "
              + (other == Family.IPV6 ? "icmp for IPv4" : "icmpv6 for IPv6")
              + " addresses, found "
              + protocol.shown());
    }
  }

  private static int icmp(Family family) {
    return family == Family.IPV4 ? Protocols.ICMP : Protocols.ICMPV6;
  }

  private static void checkPorts(Draft draft, Token token, Endpoint end) throws BadLine {
    if (end.port() != Header.NO_PORT && !Protocols.hasPorts(draft.protocol)) {
      throw new BadLine(
          token.columnOf(token.text().lastIndexOf(':')),
          new Protocol(draft.protocol) + " has no ports");
    }
  }

  private static int protocol(Token token) throws BadLine {
    try {
      int number = Protocol.parse(token.text()).number();
      if (token.isWord() && number != 0) {
        return number;
      }
    } catch (BadValue e) {
      throw BadLine.expected(
          "a protocol such as tcp, by name or number",
          token,
          DidYouMean.hint(token.text(), List.of("tcp", "udp", "icmp", "icmpv6", "sctp")));
    }
    throw BadLine.expected("one protocol such as tcp, by name or number", token);
  }
}
