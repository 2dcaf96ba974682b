package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Content;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.text.Bytes;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.value.IcmpType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what stands behind the destination of a packet, up to its claims. */
final class AttributeParser {

  private static final List<String> LINK_TYPES =
      List.of("unicast", "broadcast", "multicast", "otherhost");

  private static final List<String> STATES =
      Arrays.stream(Packet.State.values()).map(PacketText::word).toList();

  private static final List<String> NAMES =
      List.of(
          "uid",
          "gid",
          "groups",
          "no-socket",
          "kernel",
          "state",
          "mark",
          "connmark",
          "flags",
          "type",
          "ttl",
          "tos",
          "length",
          "mac",
          "mss",
          "id",
          "fragment",
          "payload",
          "about");

  private final Tokens tokens;
  private final Draft draft;
  private final Set<String> given = new HashSet<>();

  AttributeParser(Tokens tokens, Draft draft) {
    this.tokens = tokens;
    this.draft = draft;
  }

  void readAll() throws BadLine {
    while (!tokens.atEnd() && !tokens.peek().is("=>")) {
      Token name = tokens.take();
      if (!name.isWord() || !NAMES.contains(name.text())) {
        throw BadLine.expected("an attribute or =>", name, DidYouMean.hint(name.text(), NAMES));
      }
      if (!name.text().equals("type") && !given.add(name.text())) {
        throw new BadLine(name.column(), name.text() + " stands twice");
      }
      read(name);
    }
    boolean icmp = Protocols.isIcmp(draft.protocol);
    if (draft.state == Packet.State.RELATED && draft.inner == null && icmp) {
      throw BadLine.expected(
          "about and the packet that this ICMP error of state RELATED is about", tokens.peek());
    }
  }

  private void read(Token name) throws BadLine {
    switch (name.text()) {
      case "uid" -> owned(name, Field.UID);
      case "gid" -> owned(name, Field.GID);
      case "groups" -> draft.groups = Values.numbers(sent(name));
      case "no-socket" -> sender(name, Content.Sender.NO_SOCKET);
      case "kernel" -> sender(name, Content.Sender.KERNEL);
      case "state" -> draft.state = state(tokens.take());
      case "mark" -> number(Field.MARK, Values.MAX_32);
      case "connmark" -> draft.connectionMark = Values.number(tokens.take(), Values.MAX_32);
      case "ttl" -> number(Field.TTL, 255);
      case "tos" -> number(Field.TOS, 255);
      case "length" -> number(Field.LENGTH, 65535);
      case "flags" -> {
        check(name, draft.protocol == Protocols.TCP, "only TCP has flags");
        draft.numbers.put(Field.TCP_FLAGS, Values.flags(tokens.take()));
      }
      case "mss" -> {
        check(name, draft.protocol == Protocols.TCP, "only TCP has a maximum segment size");
        draft.mss = OptionalInt.of((int) Values.number(tokens.take(), 65535));
      }
      case "type" -> type(name);
      case "id" -> {
        check(name, Protocols.isIcmp(draft.protocol), "only ICMP has an identifier");
        draft.icmpId = OptionalInt.of((int) Values.number(tokens.take(), 65535));
      }
      case "mac" -> draft.mac = OptionalLong.of(Values.mac(tokens.take()));
      case "fragment" -> draft.fragmentOffset = (int) Values.number(tokens.take(), 65528);
      case "payload" -> draft.payload = payload(tokens.take());
      default -> about(name);
    }
  }

  private void owned(Token name, Field field) throws BadLine {
    checkSent(name);
    number(field, Values.MAX_32);
  }

  private Token sent(Token name) throws BadLine {
    checkSent(name);
    return tokens.take();
  }

  private void sender(Token name, Content.Sender sender) throws BadLine {
    checkSent(name);
    boolean first = draft.sender == Content.Sender.PROGRAM;
    check(name, first, "what the kernel sends has a socket, so that no-socket is another case");
    draft.sender = sender;
  }

  // A packet that comes in has no socket yet, or none on this machine.
  private void checkSent(Token name) throws BadLine {
    boolean sent = draft.path == Packet.Path.OUTBOUND;
    check(name, sent, name.text() + " is for packets that this machine sends, with out IF:");
  }

  private static void check(Token at, boolean holds, String message) throws BadLine {
    if (!holds) {
      throw new BadLine(at.column(), message);
    }
  }

  private void number(Field field, long max) throws BadLine {
    Token value = tokens.take();
    if (value.isWord() && value.text().equals("*")) {
      draft.open.add(field);
    } else {
      draft.numbers.put(field, Values.number(value, max));
    }
  }

  private void type(Token name) throws BadLine {
    Token value = tokens.take();
    String word = value.text().toLowerCase(Locale.ROOT);
    boolean icmp = Protocols.isIcmp(draft.protocol);
    boolean link = LINK_TYPES.contains(word) && value.isWord();
    check(name, given.add(link ? "link type" : "type"), "type stands twice");
    if (link) {
      draft.packetType = word;
    } else if (icmp) {
      IcmpType type = Values.icmp(value, draft.family);
      draft.numbers.put(Field.ICMP_TYPE, (long) type.type());
      draft.numbers.put(Field.ICMP_CODE, type.codes().low());
    } else {
      throw BadLine.expected(
          String.join(", ", LINK_TYPES), value, DidYouMean.hint(word, LINK_TYPES));
    }
  }

  private static Packet.State state(Token token) throws BadLine {
    int index = STATES.indexOf(token.text().toUpperCase(Locale.ROOT));
    if (!token.isWord() || index < 0) {
      throw BadLine.expected(
          "one of " + String.join(", ", STATES), token, DidYouMean.hint(token.text(), STATES));
    }
    return Packet.State.values()[index];
  }

  private static byte[] payload(Token token) throws BadLine {
    if (token.kind() != Token.Kind.QUOTED) {
      throw BadLine.expected("the payload between quotation marks", token);
    }
    return Bytes.encode(token.text());
  }

  private void about(Token name) throws BadLine {
    boolean reply = draft.state == Packet.State.REPLY;
    boolean message = Protocols.isIcmp(draft.protocol);
    check(name, reply || message, "only replies and ICMP messages are about other packets");
    boolean related = draft.state == null || draft.state == Packet.State.RELATED;
    check(name, reply || related, "what is about another packet has state RELATED or REPLY");
    Draft inner = reply ? opposite() : new Draft();
    new PacketParser(tokens).ends(inner);
    Token behind = tokens.peek();
    check(behind, inner.family == draft.family, "both packets must be of one family");
    if (Protocols.isIcmp(inner.protocol) && behind.isWord() && behind.text().equals("type")) {
      tokens.take();
      IcmpType type = Values.icmp(tokens.take(), inner.family);
      inner.numbers.put(Field.ICMP_TYPE, (long) type.type());
      inner.numbers.put(Field.ICMP_CODE, type.codes().low());
    }
    if (!reply) {
      inner.payload = new byte[0];
    }
    draft.inner = inner.packet();
  }

  // What a reply answers went the other way.
  private Draft opposite() {
    Draft first = new Draft();
    first.path =
        switch (draft.path) {
          case INBOUND -> Packet.Path.OUTBOUND;
          case OUTBOUND -> Packet.Path.INBOUND;
          case FORWARD -> Packet.Path.FORWARD;
        };
    first.in = draft.out;
    first.out = draft.in;
    return first;
  }
}
