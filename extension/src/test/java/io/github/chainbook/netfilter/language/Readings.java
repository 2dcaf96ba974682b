package io.github.chainbook.netfilter.language;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import java.util.stream.Collectors;

/** Reads packets for tests, and prints what came of it. */
final class Readings {

  private Readings() {}

  static PacketReading read(String text) {
    return PacketReader.read(SourceText.of("t", text));
  }

  /** The packet and the claims of a line. */
  static PacketLine line(String text) {
    PacketReading reading = read(text);
    if (!reading.diagnostics().isEmpty()) {
      throw new AssertionError(reading.diagnostics().toString());
    }
    return reading.packets().get(0);
  }

  /** Each packet with its claims and their columns, then each diagnostic. */
  static String print(PacketReading reading) {
    StringBuilder out = new StringBuilder();
    for (PacketLine line : reading.packets()) {
      out.append(line.position().line()).append(": ").append(PacketText.of(line.packet()));
      if (!line.claims().isEmpty()) {
        out.append(
            line.claims().stream()
                .map(claimed -> claimed.claim() + " @" + claimed.column())
                .collect(Collectors.joining(", ", " => ", "")));
      }
      out.append('\n');
    }
    for (Diagnostic d : reading.diagnostics()) {
      out.append(d.position().line()).append(':').append(d.position().column());
      out.append(' ').append(d.code()).append(": ").append(d.message()).append('\n');
    }
    return out.toString();
  }
}
