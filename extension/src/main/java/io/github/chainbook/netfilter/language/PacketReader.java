package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads packets, one a line; blank lines and comments are passed over. It never fails. */
public final class PacketReader {

  /** No author writes more; what is longer is something else. */
  private static final int MAX_LENGTH = 10_000;

  private final List<PacketLine> packets = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int number;

  private PacketReader() {}

  /** Reads all lines of a text. */
  public static PacketReading read(SourceText text) {
    PacketReader reader = new PacketReader();
    for (int i = 0; i < text.lines().size(); i++) {
      reader.line(text.lines().get(i), text.position(i, 1));
    }
    if (reader.number == 0) {
      Position start = new Position(text.name(), text.firstLine(), 0);
      reader.diagnostics.add(
          Diagnostic.error("no-packets", start, "expected a packet in each line, found none"));
    }
    return new PacketReading(reader.packets, reader.diagnostics);
  }

  private void line(String line, Position position) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    number++;
    if (line.length() > MAX_LENGTH) {
      report("bad-packet", position, new BadLine(1, "a line may have 10000 characters"));
      return;
    }
    Optional<Packet> packet = Optional.empty();
    Tokens tokens;
    try {
      tokens = Tokens.of(line);
    } catch (BadLine e) {
      report("bad-packet", position, e);
      return;
    }
    try {
      packet = Optional.of(new PacketParser(tokens).read());
    } catch (BadLine e) {
      report("bad-packet", position, e);
    }
    List<Claimed> claims = List.of();
    try {
      claims = tokens.skipToClaims() ? new ClaimParser(tokens).readAll() : claims;
    } catch (BadLine e) {
      report("bad-claim", position, e);
    }
    int own = number;
    List<Claimed> read = claims;
    packet.ifPresent(found -> packets.add(new PacketLine(own, position, found, read)));
  }

  private void report(String code, Position position, BadLine bad) {
    diagnostics.add(Diagnostic.error(code, position.atColumn(bad.column()), bad.getMessage()));
  }
}
